package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A group of data elements. */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElementGroup",
    plural = "dataElementGroups",
    order = 1210,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_DATAELEMENTGROUP_PUBLIC_ADD",
    createPrivate = "F_DATAELEMENTGROUP_PRIVATE_ADD",
    delete = "F_DATAELEMENTGROUP_DELETE")
@Virtual(
    name = "aggregationType",
    kind = PropertyKind.CONSTANT,
    type = AggregationType.class,
    value = "\"SUM\"")
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"DATA_ELEMENT_GROUP\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Inverse(
    name = "groupSets",
    singular = "groupSet",
    of = DataElementGroupSet.class,
    by = "dataElementGroups")
public record DataElementGroup(
    Identity identity,
    @Property(singular = "dataElement", field = "members", ordered = false)
        List<Ref<DataElement>> dataElements,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName)
    implements DimensionItem {}
