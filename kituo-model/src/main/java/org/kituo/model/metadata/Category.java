package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** A breakdown such as sex or age group, made of category options. */
@MetadataType(
    klass = "org.hisp.dhis.category.Category",
    plural = "categories",
    order = 1170,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_CATEGORY_PUBLIC_ADD",
    createPrivate = "F_CATEGORY_PRIVATE_ADD",
    delete = "F_CATEGORY_DELETE")
@Inverse(
    name = "categoryCombos",
    singular = "categoryCombo",
    of = CategoryCombo.class,
    by = "categories")
public record Category(
    Identity identity,
    @Property(singular = "categoryOption") List<Ref<CategoryOption>> categoryOptions,
    @Property(required = true) boolean dataDimension,
    @Property(required = true) @Nullable DataDimensionType dataDimensionType,
    @Property(max = Integer.MAX_VALUE, translatable = "DESCRIPTION") @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(max = 50, required = true, unique = true, translatable = "SHORT_NAME")
        @Nullable String shortName)
    implements Dimension {

  /** Whether it is the one that stands for "no disaggregation". */
  @Computed(field = "default")
  public boolean isDefault(View view) {
    return "default".equals(name);
  }

  /** What analytics breaks figures down by. */
  @Computed(
      singular = "item",
      writable = true,
      klass = "org.hisp.dhis.common.DimensionalItemObject")
  public List<Ref<CategoryOption>> items(View view) {
    return categoryOptions;
  }
}
