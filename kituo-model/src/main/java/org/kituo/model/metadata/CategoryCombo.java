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

/** A combination of categories by which figures are disaggregated. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryCombo",
    plural = "categoryCombos",
    order = 1180,
    shareable = true,
    createPublic = "F_CATEGORY_COMBO_PUBLIC_ADD",
    createPrivate = "F_CATEGORY_COMBO_PRIVATE_ADD",
    delete = "F_CATEGORY_COMBO_DELETE")
@Inverse(
    name = "categoryOptionCombos",
    singular = "categoryOptionCombo",
    field = "optionCombos",
    of = CategoryOptionCombo.class,
    by = "categoryCombo")
public record CategoryCombo(
    Identity identity,
    @Property(singular = "category") List<Ref<Category>> categories,
    @Property(required = true) @Nullable DataDimensionType dataDimensionType,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(required = true) boolean skipTotal)
    implements Identifiable {

  /** Whether it is the one that stands for "no disaggregation". */
  @Computed(field = "default")
  public boolean isDefault(View view) {
    return "default".equals(name);
  }
}
