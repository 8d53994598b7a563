package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DigitGroupSeparator;
import org.kituo.model.metadata.constant.DisplayDensity;
import org.kituo.model.metadata.constant.EnrollmentStatus;
import org.kituo.model.metadata.constant.EventDataType;
import org.kituo.model.metadata.constant.EventOutputType;
import org.kituo.model.metadata.constant.EventStatus;
import org.kituo.model.metadata.constant.EventVisualizationType;
import org.kituo.model.metadata.constant.FontSize;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.metadata.constant.RegressionType;
import org.kituo.model.metadata.constant.UserOrgUnitType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored table, chart or line list of events. */
@MetadataType(
    klass = "org.hisp.dhis.eventvisualization.EventVisualization",
    plural = "eventVisualizations",
    order = 2000,
    nameable = true,
    shareable = true,
    attributable = true,
    implicitPrivate = true,
    favoritable = true,
    subscribable = true,
    createPublic = "F_EVENT_VISUALIZATION_PUBLIC_ADD")
@Virtual(
    name = "dataDimensionItems",
    singular = "dataDimensionItem",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.common.DataDimensionItem",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(
    name = "dataElementGroupSetDimensions",
    singular = "dataElementGroupSetDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.dataelement.DataElementGroupSetDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(name = "displayBaseLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayDomainAxisLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayRangeAxisLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubtitle", kind = PropertyKind.TEXT)
@Virtual(name = "displayTargetLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayTitle", kind = PropertyKind.TEXT)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record EventVisualization(
    Identity identity,
    @Property(length = 40) @Nullable AggregationType aggregationType,
    @Property(singular = "attributeDimension", cascade = "all, delete-orphan")
        List<TrackedEntityAttributeDimension> attributeDimensions,
    @Property @Nullable Ref<TrackedEntityAttribute> attributeValueDimension,
    @Property(translatable = "baseLineLabel") @Nullable String baseLineLabel,
    @Property(min = -Double.MAX_VALUE) @Nullable Double baseLineValue,
    @Property(singular = "categoryDimension") List<CategoryDimension> categoryDimensions,
    @Property(singular = "categoryOptionGroupSetDimension")
        List<CategoryOptionGroupSetDimension> categoryOptionGroupSetDimensions,
    @Property boolean colSubTotals,
    @Property boolean colTotals,
    @Property boolean collapseDataDimensions,
    @Property(singular = "columnDimension") List<String> columnDimensions,
    @Property boolean completedOnly,
    @Property boolean cumulativeValues,
    @Property(singular = "dataElementDimension", cascade = "all, delete-orphan")
        List<TrackedEntityDataElementDimension> dataElementDimensions,
    @Property @Nullable Ref<DataElement> dataElementValueDimension,
    @Property(length = 40) @Nullable EventDataType dataType,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(length = 40, initial = "SPACE") @Nullable DigitGroupSeparator digitGroupSeparator,
    @Property(length = 40) @Nullable DisplayDensity displayDensity,
    @Property(translatable = "domainAxisLabel") @Nullable String domainAxisLabel,
    @Property @Nullable LocalDateTime endDate,
    @Property(length = 40) @Nullable EventStatus eventStatus,
    @Property(max = 255, length = 255, ordered = false) List<String> favorites,
    @Property(singular = "filterDimension") List<String> filterDimensions,
    @Property boolean fixColumnHeaders,
    @Property boolean fixRowHeaders,
    @Property(length = 40) @Nullable FontSize fontSize,
    @Property boolean hideEmptyColumns,
    @Property(length = 40, initial = "NONE") @Nullable HideEmptyItemStrategy hideEmptyRowItems,
    @Property boolean hideEmptyRows,
    @Property boolean hideLegend,
    @Property boolean hideNaData,
    @Property boolean hideSubtitle,
    @Property boolean hideTitle,
    @Property(singular = "itemOrganisationUnitGroup")
        List<Ref<OrganisationUnitGroup>> itemOrganisationUnitGroups,
    @Property boolean legacy,
    @Property(field = "legendDefinitions", max = Double.MAX_VALUE, length = 0)
        @Nullable LegendDefinitions legend,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property boolean noSpaceBetweenColumns,
    @Property @Nullable String orgUnitField,
    @Property(singular = "organisationUnitGroupSetDimension")
        List<OrganisationUnitGroupSetDimension> organisationUnitGroupSetDimensions,
    @Property(singular = "organisationUnitLevel") List<Integer> organisationUnitLevels,
    @Property(singular = "organisationUnit") List<Ref<OrganisationUnit>> organisationUnits,
    @Property(length = 30) @Nullable EventOutputType outputType,
    @Property boolean percentStackedValues,
    @Property @Nullable Ref<Program> program,
    @Property(singular = "programIndicatorDimension", cascade = "all, delete-orphan")
        List<ProgramIndicatorDimension> programIndicatorDimensions,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(length = 40) @Nullable EnrollmentStatus programStatus,
    @Property @Nullable Integer rangeAxisDecimals,
    @Property(translatable = "rangeAxisLabel") @Nullable String rangeAxisLabel,
    @Property(min = -Double.MAX_VALUE) @Nullable Double rangeAxisMaxValue,
    @Property @Nullable Double rangeAxisMinValue,
    @Property @Nullable Integer rangeAxisSteps,
    @Property(max = 3650, length = 255) List<String> rawPeriods,
    @Property(length = 40, initial = "NONE") @Nullable RegressionType regressionType,
    @Property(singular = "repetition", field = "eventRepetitions", max = 255, length = 255)
        List<EventRepetition> repetitions,
    @Property(singular = "rowDimension") List<String> rowDimensions,
    @Property boolean rowSubTotals,
    @Property boolean rowTotals,
    @Property boolean showData,
    @Property boolean showDimensionLabels,
    @Property boolean showHierarchy,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.eventvisualization.SimpleDimension")
        List<JsonNode> simpleDimensions,
    @Property boolean skipRounding,
    @Property int sortOrder,
    @Property(
            singular = "sortingItem",
            max = 255,
            length = 255,
            klass = "org.hisp.dhis.analytics.Sorting")
        List<JsonNode> sorting,
    @Property @Nullable LocalDateTime startDate,
    @Property(singular = "subscriber", max = 255, length = 255, ordered = false)
        List<String> subscribers,
    @Property(translatable = "subtitle") @Nullable String subtitle,
    @Property(translatable = "targetLineLabel") @Nullable String targetLineLabel,
    @Property(min = -Double.MAX_VALUE) @Nullable Double targetLineValue,
    @Property @Nullable String timeField,
    @Property(translatable = "title") @Nullable String title,
    @Property int topLimit,
    @Property @Nullable Ref<TrackedEntityType> trackedEntityType,
    @Property(length = 40, required = true) @Nullable EventVisualizationType type,
    @Property(length = 12) @Nullable UserOrgUnitType userOrgUnitType,
    @Property boolean userOrganisationUnit,
    @Property boolean userOrganisationUnitChildren,
    @Property boolean userOrganisationUnitGrandChildren)
    implements EventAnalysis {}
