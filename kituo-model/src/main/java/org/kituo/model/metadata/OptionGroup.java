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

/** A group of options. */
@MetadataType(
    klass = "org.hisp.dhis.option.OptionGroup",
    plural = "optionGroups",
    order = 1051,
    nameable = true,
    shareable = true,
    createPublic = "F_OPTIONGROUP_PUBLIC_ADD",
    createPrivate = "F_OPTIONGROUP_PRIVATE_ADD",
    delete = "F_OPTIONGROUP_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"OPTION_GROUP\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
public record OptionGroup(
    Identity identity,
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
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property(singular = "option", field = "members", ordered = false, cascade = "all")
        List<Ref<Option>> options,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName)
    implements DimensionItem {}
