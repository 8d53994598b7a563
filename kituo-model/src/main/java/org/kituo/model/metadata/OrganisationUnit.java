package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** A place of the hierarchy: country, district, facility. */
@MetadataType(
    klass = "org.hisp.dhis.organisationunit.OrganisationUnit",
    plural = "organisationUnits",
    order = 1100,
    nameable = true,
    attributable = true,
    create = "F_ORGANISATIONUNIT_ADD",
    delete = "F_ORGANISATIONUNIT_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"ORGANISATION_UNIT\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Virtual(name = "memberCount", kind = PropertyKind.INTEGER)
@Inverse(name = "children", singular = "child", of = OrganisationUnit.class, by = "parent")
@Inverse(name = "dataSets", singular = "dataSet", of = DataSet.class, by = "organisationUnits")
@Inverse(
    name = "organisationUnitGroups",
    singular = "organisationUnitGroup",
    field = "groups",
    of = OrganisationUnitGroup.class,
    by = "organisationUnits")
@Inverse(name = "programs", singular = "program", of = Program.class, by = "organisationUnits")
@Inverse(name = "users", singular = "userItem", of = User.class, by = "organisationUnits")
public record OrganisationUnit(
    Identity identity,
    @Property @Nullable String address,
    @Property @Nullable LocalDateTime closedDate,
    @Property(max = Integer.MAX_VALUE) @Nullable String comment,
    @Property @Nullable String contactPerson,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(max = 150, kind = PropertyKind.EMAIL) @Nullable String email,
    @Property(max = 131072, length = 131072, klass = "org.locationtech.jts.geom.Geometry")
        @Nullable JsonNode geometry,
    @Property(klass = "org.hisp.dhis.fileresource.FileResource", kind = PropertyKind.REFERENCE)
        @Nullable Ref<?> image,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true) @Nullable LocalDateTime openingDate,
    @Property @Nullable Ref<OrganisationUnit> parent,
    @Property(max = 150, kind = PropertyKind.PHONENUMBER) @Nullable String phoneNumber,
    @Property(min = 1, max = 50, required = true, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property(kind = PropertyKind.URL) @Nullable String url)
    implements DimensionItem {

  /** The identifiers from the root to the unit, each after a slash. */
  @Computed(owner = true, sortable = true)
  public String path(View view) {
    return Hierarchy.path(this, view.snapshot());
  }

  /** The depth in the hierarchy; a root has 1. */
  @Computed(owner = true, field = "hierarchyLevel", attribute = true, sortable = true)
  public int level(View view) {
    return Hierarchy.level(this, view.snapshot());
  }

  /** Whether no unit is below it. */
  @Computed(attribute = true)
  public boolean leaf(View view) {
    return Hierarchy.children(this, view.snapshot()).isEmpty();
  }

  /** The units above it, the root first. */
  @Computed
  public List<Ref<OrganisationUnit>> ancestors(View view) {
    return Hierarchy.ancestors(this, view.snapshot());
  }
}
