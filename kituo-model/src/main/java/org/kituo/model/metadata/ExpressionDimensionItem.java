package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.MissingValueStrategy;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A calculation of a user for use as a data item in analytics. */
@MetadataType(
    klass = "org.hisp.dhis.expressiondimensionitem.ExpressionDimensionItem",
    plural = "expressionDimensionItems",
    order = 1000,
    endpoint = false,
    nameable = true,
    shareable = true,
    attributable = true,
    defaultPrivate = true)
@Virtual(name = "aggregateExportAttributeOptionCombo", kind = PropertyKind.TEXT)
@Virtual(name = "aggregateExportCategoryOptionCombo", kind = PropertyKind.TEXT)
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(name = "dimensionItemType", kind = PropertyKind.CONSTANT, type = DimensionItemType.class)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet")
public record ExpressionDimensionItem(
    Identity identity,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(max = Integer.MAX_VALUE) @Nullable String expression,
    @Property(translatable = "FORM_NAME") @Nullable String formName,
    @Property(length = 100) @Nullable MissingValueStrategy missingValueStrategy,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(min = 1, max = 50, required = true, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property boolean slidingWindow)
    implements DimensionItem {}
