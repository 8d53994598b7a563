package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/**
 * One item of the data dimension of a stored table, chart or map layer: the type says which of the
 * others is set.
 */
@MetadataType(
    klass = "org.hisp.dhis.common.DataDimensionItem",
    plural = "dataDimensionItems",
    metadata = false,
    translatable = false)
public record DataDimensionItem(
    @Property @Nullable String dataDimensionItemType,
    @Property @Nullable Ref<Indicator> indicator,
    @Property @Nullable Ref<DataElement> dataElement,
    @Property @Nullable DataElementOperand dataElementOperand,
    @Property @Nullable ReportingRate reportingRate,
    @Property @Nullable Ref<ProgramIndicator> programIndicator,
    @Property(klass = "org.hisp.dhis.program.ProgramDataElementDimensionItem")
        @Nullable JsonNode programDataElement,
    @Property(klass = "org.hisp.dhis.program.ProgramTrackedEntityAttributeDimensionItem")
        @Nullable JsonNode programAttribute,
    @Property(klass = "org.hisp.dhis.program.ProgramDataElementOptionDimensionItem")
        @Nullable JsonNode programDataElementOption,
    @Property(klass = "org.hisp.dhis.program.ProgramTrackedEntityAttributeOptionDimensionItem")
        @Nullable JsonNode programAttributeOption,
    @Property @Nullable Ref<ExpressionDimensionItem> expressionDimensionItem,
    @Property(klass = "org.hisp.dhis.subexpression.SubexpressionDimensionItem")
        @Nullable JsonNode subexpressionDimensionItem,
    @Property @Nullable Ref<ValidationRule> validationRule) {}
