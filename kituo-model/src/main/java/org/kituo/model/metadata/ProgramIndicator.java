package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.AnalyticsType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A figure computed from the events or enrollments of a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramIndicator",
    plural = "programIndicators",
    order = 1560,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_PROGRAM_INDICATOR_PUBLIC_ADD",
    createPrivate = "F_PROGRAM_INDICATOR_PRIVATE_ADD",
    delete = "F_PROGRAM_INDICATOR_DELETE")
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"PROGRAM_INDICATOR\"")
@Inverse(
    name = "programIndicatorGroups",
    field = "groups",
    of = ProgramIndicatorGroup.class,
    by = "programIndicators")
public record ProgramIndicator(
    Identity identity,
    @Property @Nullable String aggregateExportAttributeOptionCombo,
    @Property @Nullable String aggregateExportCategoryOptionCombo,
    @Property @Nullable String aggregateExportDataElement,
    @Property(length = 40) @Nullable AggregationType aggregationType,
    @Property(singular = "analyticsPeriodBoundary", ordered = false, exclusive = true)
        List<AnalyticsPeriodBoundary> analyticsPeriodBoundaries,
    @Property(length = 15, required = true) @Nullable AnalyticsType analyticsType,
    @Property(required = true) @Nullable Ref<CategoryCombo> attributeCombo,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(max = 255, length = 255, ordered = false) List<String> categoryMappingIds,
    @Property @Nullable Integer decimals,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property @Nullable Boolean displayInForm,
    @Property(max = Integer.MAX_VALUE) @Nullable String expression,
    @Property(max = Integer.MAX_VALUE) @Nullable String filter,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property List<Ref<LegendSet>> legendSets,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(max = Integer.MAX_VALUE) @Nullable String orgUnitField,
    @Property(required = true) @Nullable Ref<Program> program,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property @Nullable ObjectStyle style)
    implements DimensionItem {}
