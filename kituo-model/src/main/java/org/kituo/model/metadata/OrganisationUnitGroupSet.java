package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** A dimension made of groups of organisation units. */
@MetadataType(
    klass = "org.hisp.dhis.organisationunit.OrganisationUnitGroupSet",
    plural = "organisationUnitGroupSets",
    order = 1130,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_ORGUNITGROUPSET_PUBLIC_ADD",
    createPrivate = "F_ORGUNITGROUPSET_PRIVATE_ADD",
    delete = "F_ORGUNITGROUPSET_DELETE")
@Virtual(name = "dataDimensionType", kind = PropertyKind.CONSTANT, type = DataDimensionType.class)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record OrganisationUnitGroupSet(
    Identity identity,
    @Property(required = true) boolean compulsory,
    @Property(required = true) boolean dataDimension,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property boolean includeSubhierarchyInAnalytics,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "organisationUnitGroup", ordered = false)
        List<Ref<OrganisationUnitGroup>> organisationUnitGroups,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName)
    implements Dimension {

  /** What analytics breaks figures down by. */
  @Computed(
      singular = "item",
      writable = true,
      klass = "org.hisp.dhis.common.DimensionalItemObject")
  public List<Ref<OrganisationUnitGroup>> items(View view) {
    return organisationUnitGroups;
  }
}
