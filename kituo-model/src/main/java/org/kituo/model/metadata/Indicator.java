package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A figure computed from others: a numerator over a denominator, times a factor. */
@MetadataType(
    klass = "org.hisp.dhis.indicator.Indicator",
    plural = "indicators",
    order = 1250,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_INDICATOR_PUBLIC_ADD",
    createPrivate = "F_INDICATOR_PRIVATE_ADD",
    delete = "F_INDICATOR_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"INDICATOR\"")
@Virtual(name = "displayDenominatorDescription", kind = PropertyKind.TEXT)
@Virtual(name = "displayNumeratorDescription", kind = PropertyKind.TEXT)
@Virtual(name = "explodedDenominator", kind = PropertyKind.TEXT)
@Virtual(name = "explodedNumerator", kind = PropertyKind.TEXT)
@Inverse(name = "dataSets", singular = "dataSet", of = DataSet.class, by = "indicators")
@Inverse(
    name = "indicatorGroups",
    singular = "indicatorGroup",
    field = "groups",
    of = IndicatorGroup.class,
    by = "indicators")
public record Indicator(
    Identity identity,
    @Property @Nullable String aggregateExportAttributeOptionCombo,
    @Property @Nullable String aggregateExportCategoryOptionCombo,
    @Property(required = true) boolean annualized,
    @Property @Nullable Integer decimals,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String denominator,
    @Property(max = Integer.MAX_VALUE, translatable = "DENOMINATOR_DESCRIPTION")
        @Nullable String denominatorDescription,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property(required = true) @Nullable Ref<IndicatorType> indicatorType,
    @Property List<Ref<LegendSet>> legendSets,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String numerator,
    @Property(max = Integer.MAX_VALUE, translatable = "NUMERATOR_DESCRIPTION")
        @Nullable String numeratorDescription,
    @Property(min = 1, max = 50, required = true, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property @Nullable ObjectStyle style,
    @Property(kind = PropertyKind.URL) @Nullable String url)
    implements DimensionItem {}
