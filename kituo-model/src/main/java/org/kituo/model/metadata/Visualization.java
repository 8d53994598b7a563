package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DigitGroupSeparator;
import org.kituo.model.metadata.constant.DisplayDensity;
import org.kituo.model.metadata.constant.FontSize;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.metadata.constant.NumberType;
import org.kituo.model.metadata.constant.RegressionType;
import org.kituo.model.metadata.constant.UserOrgUnitType;
import org.kituo.model.metadata.constant.VisualizationType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored chart or pivot table of aggregate data. */
@MetadataType(
    klass = "org.hisp.dhis.visualization.Visualization",
    plural = "visualizations",
    order = 2000,
    nameable = true,
    shareable = true,
    attributable = true,
    implicitPrivate = true,
    favoritable = true,
    subscribable = true,
    createPublic = "F_VISUALIZATION_PUBLIC_ADD")
@Virtual(
    name = "attributeDimensions",
    singular = "attributeDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.trackedentity.TrackedEntityAttributeDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(
    name = "dataElementDimensions",
    singular = "dataElementDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.trackedentity.TrackedEntityDataElementDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(name = "displaySubtitle", kind = PropertyKind.TEXT)
@Virtual(name = "displayTitle", kind = PropertyKind.TEXT)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(name = "orgUnitField", kind = PropertyKind.TEXT)
@Virtual(
    name = "programIndicatorDimensions",
    singular = "programIndicatorDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.trackedentity.TrackedEntityProgramIndicatorDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(name = "timeField", kind = PropertyKind.TEXT)
@Virtual(name = "visualizationPeriodName", kind = PropertyKind.TEXT)
public record Visualization(
    Identity identity,
    @Property(length = 40) @Nullable AggregationType aggregationType,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.visualization.AxisV2")
        List<JsonNode> axes,
    @Property(singular = "categoryDimension") List<CategoryDimension> categoryDimensions,
    @Property(singular = "categoryOptionGroupSetDimension")
        List<CategoryOptionGroupSetDimension> categoryOptionGroupSetDimensions,
    @Property boolean colSubTotals,
    @Property boolean colTotals,
    @Property @Nullable String colorSet,
    @Property(singular = "columnDimension") List<String> columnDimensions,
    @Property boolean completedOnly,
    @Property boolean cumulativeValues,
    @Property(singular = "dataDimensionItem", cascade = "all, delete-orphan")
        List<DataDimensionItem> dataDimensionItems,
    @Property(singular = "dataElementGroupSetDimension")
        List<DataElementGroupSetDimension> dataElementGroupSetDimensions,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(length = 40, initial = "SPACE") @Nullable DigitGroupSeparator digitGroupSeparator,
    @Property(length = 40, initial = "NORMAL") @Nullable DisplayDensity displayDensity,
    @Property @Nullable LocalDateTime endDate,
    @Property(max = 255, length = 255, ordered = false) List<String> favorites,
    @Property(singular = "filterDimension") List<String> filterDimensions,
    @Property boolean fixColumnHeaders,
    @Property boolean fixRowHeaders,
    @Property(length = 40, initial = "NORMAL") @Nullable FontSize fontSize,
    @Property(klass = "org.hisp.dhis.visualization.VisualizationFontStyle")
        @Nullable JsonNode fontStyle,
    @Property boolean hideEmptyColumns,
    @Property(length = 40, initial = "NONE") @Nullable HideEmptyItemStrategy hideEmptyRowItems,
    @Property boolean hideEmptyRows,
    @Property boolean hideLegend,
    @Property boolean hideSubtitle,
    @Property boolean hideTitle,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.visualization.Icon", ordered = false)
        List<JsonNode> icons,
    @Property(singular = "itemOrganisationUnitGroup")
        List<Ref<OrganisationUnitGroup>> itemOrganisationUnitGroups,
    @Property(field = "legendDefinitions", max = Double.MAX_VALUE, length = 0)
        @Nullable LegendDefinitions legend,
    @Property @Nullable String measureCriteria,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property boolean noSpaceBetweenColumns,
    @Property(length = 40) @Nullable NumberType numberType,
    @Property(singular = "axis", cascade = "all, delete-orphan") List<Axis> optionalAxes,
    @Property(singular = "organisationUnitGroupSetDimension")
        List<OrganisationUnitGroupSetDimension> organisationUnitGroupSetDimensions,
    @Property(singular = "organisationUnitLevel") List<Integer> organisationUnitLevels,
    @Property(singular = "organisationUnit") List<Ref<OrganisationUnit>> organisationUnits,
    @Property @Nullable OutlierAnalysis outlierAnalysis,
    @Property boolean percentStackedValues,
    @Property(max = 3650, length = 255) List<String> rawPeriods,
    @Property boolean regression,
    @Property(length = 40, initial = "NONE") @Nullable RegressionType regressionType,
    @Property(
            max = Double.MAX_VALUE,
            length = 0,
            klass = "org.hisp.dhis.visualization.ReportingParams")
        @Nullable JsonNode reportingParams,
    @Property(singular = "rowDimension") List<String> rowDimensions,
    @Property boolean rowSubTotals,
    @Property boolean rowTotals,
    @Property(
            singular = "seriesItem",
            max = 255,
            length = 255,
            klass = "org.hisp.dhis.visualization.Series")
        List<JsonNode> series,
    @Property @Nullable SeriesKey seriesKey,
    @Property boolean showData,
    @Property boolean showDimensionLabels,
    @Property boolean showHierarchy,
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
    @Property(translatable = "title") @Nullable String title,
    @Property int topLimit,
    @Property(length = 40, required = true) @Nullable VisualizationType type,
    @Property(length = 12) @Nullable UserOrgUnitType userOrgUnitType,
    @Property boolean userOrganisationUnit,
    @Property boolean userOrganisationUnitChildren,
    @Property boolean userOrganisationUnitGrandChildren,
    @Property(singular = "yearlySerie") List<String> yearlySeries)
    implements AxisLabels {}
