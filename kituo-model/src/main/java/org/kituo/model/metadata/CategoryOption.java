package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.TotalAggregationType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** One value of a category, such as "Female". */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryOption",
    plural = "categoryOptions",
    order = 1140,
    nameable = true,
    shareable = true,
    dataShareable = true,
    attributable = true,
    createPublic = "F_CATEGORY_OPTION_PUBLIC_ADD",
    createPrivate = "F_CATEGORY_OPTION_PRIVATE_ADD",
    delete = "F_CATEGORY_OPTION_DELETE")
@Virtual(
    name = "aggregationType",
    kind = PropertyKind.CONSTANT,
    type = AggregationType.class,
    writable = false)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"CATEGORY_OPTION\"",
    writable = false)
@Virtual(
    name = "totalAggregationType",
    kind = PropertyKind.CONSTANT,
    type = TotalAggregationType.class,
    writable = false)
@Inverse(name = "categories", singular = "category", of = Category.class, by = "categoryOptions")
@Inverse(
    name = "categoryOptionCombos",
    singular = "categoryOptionCombo",
    of = CategoryOptionCombo.class,
    by = "categoryOptions")
@Inverse(
    name = "categoryOptionGroups",
    singular = "categoryOptionGroup",
    field = "groups",
    of = CategoryOptionGroup.class,
    by = "categoryOptions")
public record CategoryOption(
    Identity identity,
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property @Nullable LocalDateTime endDate,
    @Property(min = 2, max = 230, translatable = "FORM_NAME") @Nullable String formName,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "organisationUnit", ordered = false)
        List<Ref<OrganisationUnit>> organisationUnits,
    @Property(max = 50, required = true, unique = true, translatable = "SHORTNAME")
        @Nullable String shortName,
    @Property @Nullable LocalDateTime startDate,
    @Property @Nullable ObjectStyle style)
    implements DimensionItem {

  /** Whether it is the one that stands for "no disaggregation". */
  @Computed(field = "default")
  public boolean isDefault(View view) {
    return "default".equals(name);
  }
}
