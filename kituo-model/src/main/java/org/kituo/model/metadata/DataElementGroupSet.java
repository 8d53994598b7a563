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

/** A dimension made of groups of data elements. */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElementGroupSet",
    plural = "dataElementGroupSets",
    order = 1220,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_DATAELEMENTGROUPSET_PUBLIC_ADD",
    createPrivate = "F_DATAELEMENTGROUPSET_PRIVATE_ADD",
    delete = "F_DATAELEMENTGROUPSET_DELETE")
@Virtual(name = "dataDimensionType", kind = PropertyKind.CONSTANT, type = DataDimensionType.class)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record DataElementGroupSet(
    Identity identity,
    @Property boolean compulsory,
    @Property(required = true) boolean dataDimension,
    @Property(singular = "dataElementGroup", field = "members")
        List<Ref<DataElementGroup>> dataElementGroups,
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
    implements Dimension {

  /** What analytics breaks figures down by. */
  @Computed(
      singular = "item",
      writable = true,
      klass = "org.hisp.dhis.common.DimensionalItemObject")
  public List<Ref<DataElementGroup>> items(View view) {
    return dataElementGroups;
  }
}
