package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** One cell of a category combination: one option of each of its categories. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryOptionCombo",
    plural = "categoryOptionCombos",
    order = 1190,
    nameable = true,
    attributable = true,
    owned = false,
    create = {"F_CATEGORY_COMBO_PUBLIC_ADD", "F_CATEGORY_COMBO_PRIVATE_ADD"},
    delete = "F_CATEGORY_COMBO_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(name = "description", kind = PropertyKind.TEXT)
@Virtual(name = "dimensionItemType", kind = PropertyKind.CONSTANT, type = DimensionItemType.class)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet")
@Virtual(name = "shortName", kind = PropertyKind.TEXT)
public record CategoryOptionCombo(
    Identity identity,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(singular = "categoryOption", ordered = false)
        List<Ref<CategoryOption>> categoryOptions,
    @Property boolean ignoreApproval,
    @Property(max = Integer.MAX_VALUE, translatable = "NAME") @Nullable String name)
    implements DimensionItem {}
