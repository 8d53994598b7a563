package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.FeatureType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A group of organisation units. */
@MetadataType(
    klass = "org.hisp.dhis.organisationunit.OrganisationUnitGroup",
    plural = "organisationUnitGroups",
    order = 1120,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_ORGUNITGROUP_PUBLIC_ADD",
    createPrivate = "F_ORGUNITGROUP_PRIVATE_ADD",
    delete = "F_ORGUNITGROUP_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"ORGANISATION_UNIT_GROUP\"")
@Virtual(
    name = "featureType",
    kind = PropertyKind.CONSTANT,
    type = FeatureType.class,
    writable = false)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Inverse(
    name = "groupSets",
    singular = "groupSet",
    of = OrganisationUnitGroupSet.class,
    by = "organisationUnitGroups")
public record OrganisationUnitGroup(
    Identity identity,
    @Property @Nullable String color,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(klass = "org.locationtech.jts.geom.Geometry") @Nullable JsonNode geometry,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "organisationUnit", field = "members", ordered = false)
        List<Ref<OrganisationUnit>> organisationUnits,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property @Nullable String symbol)
    implements DimensionItem {}
