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

/** A dimension made of groups of category options. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryOptionGroupSet",
    plural = "categoryOptionGroupSets",
    order = 1160,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_CATEGORY_OPTION_GROUP_SET_PUBLIC_ADD",
    createPrivate = "F_CATEGORY_OPTION_GROUP_SET_PRIVATE_ADD",
    delete = "F_CATEGORY_OPTION_GROUP_SET_DELETE")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record CategoryOptionGroupSet(
    Identity identity,
    @Property(singular = "categoryOptionGroup", field = "members")
        List<Ref<CategoryOptionGroup>> categoryOptionGroups,
    @Property(required = true) boolean dataDimension,
    @Property(required = true) @Nullable DataDimensionType dataDimensionType,
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
  public List<Ref<CategoryOptionGroup>> items(View view) {
    return categoryOptionGroups;
  }
}
