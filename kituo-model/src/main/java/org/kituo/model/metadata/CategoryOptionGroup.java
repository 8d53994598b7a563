package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A group of category options. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryOptionGroup",
    plural = "categoryOptionGroups",
    order = 1150,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_CATEGORY_OPTION_GROUP_PUBLIC_ADD",
    createPrivate = "F_CATEGORY_OPTION_GROUP_PRIVATE_ADD",
    delete = "F_CATEGORY_OPTION_GROUP_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"CATEGORY_OPTION_GROUP\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Inverse(
    name = "groupSets",
    singular = "groupSet",
    of = CategoryOptionGroupSet.class,
    by = "categoryOptionGroups")
public record CategoryOptionGroup(
    Identity identity,
    @Property(singular = "categoryOption", field = "members", ordered = false)
        List<Ref<CategoryOption>> categoryOptions,
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
    implements DimensionItem {}
