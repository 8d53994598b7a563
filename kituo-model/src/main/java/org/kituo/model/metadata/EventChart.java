package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DigitGroupSeparator;
import org.kituo.model.metadata.constant.EnrollmentStatus;
import org.kituo.model.metadata.constant.EventOutputType;
import org.kituo.model.metadata.constant.EventStatus;
import org.kituo.model.metadata.constant.EventVisualizationType;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.metadata.constant.LegendDisplayStrategy;
import org.kituo.model.metadata.constant.RegressionType;
import org.kituo.model.metadata.constant.UserOrgUnitType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A stored chart of events of the older kind. */
@MetadataType(
    klass = "org.hisp.dhis.eventchart.EventChart",
    plural = "eventCharts",
    order = 1540,
    nameable = true,
    shareable = true,
    attributable = true,
    implicitPrivate = true,
    favoritable = true,
    subscribable = true,
    createPublic = "F_EVENTCHART_PUBLIC_ADD")
@Virtual(
    name = "dataDimensionItems",
    singular = "dataDimensionItem",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.common.DataDimensionItem",
    items = PropertyKind.COMPLEX)
@Virtual(
    name = "dataElementGroupSetDimensions",
    singular = "dataElementGroupSetDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.dataelement.DataElementGroupSetDimension",
    items = PropertyKind.COMPLEX)
@Virtual(
    name = "digitGroupSeparator",
    kind = PropertyKind.CONSTANT,
    type = DigitGroupSeparator.class)
@Virtual(name = "displayBaseLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayDomainAxisLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayRangeAxisLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubtitle", kind = PropertyKind.TEXT)
@Virtual(name = "displayTargetLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayTitle", kind = PropertyKind.TEXT)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legend",
    field = "legendDefinitions",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.visualization.LegendDefinitions")
@Virtual(
    name = "legendDisplayStrategy",
    kind = PropertyKind.CONSTANT,
    type = LegendDisplayStrategy.class)
@Virtual(
    name = "yearlySeries",
    singular = "yearlySerie",
    kind = PropertyKind.COLLECTION,
    klass = "java.lang.String",
    items = PropertyKind.TEXT)
public record EventChart(
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
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(translatable = "domainAxisLabel") @Nullable String domainAxisLabel,
    @Property @Nullable LocalDateTime endDate,
    @Property(length = 40) @Nullable EventStatus eventStatus,
    @Property(max = 255, length = 255, ordered = false) List<String> favorites,
    @Property(singular = "filterDimension") List<String> filterDimensions,
    @Property boolean fixColumnHeaders,
    @Property boolean fixRowHeaders,
    @Property boolean hideEmptyColumns,
    @Property(length = 40) @Nullable HideEmptyItemStrategy hideEmptyRowItems,
    @Property boolean hideEmptyRows,
    @Property boolean hideLegend,
    @Property boolean hideNaData,
    @Property boolean hideSubtitle,
    @Property boolean hideTitle,
    @Property(singular = "itemOrganisationUnitGroup")
        List<Ref<OrganisationUnitGroup>> itemOrganisationUnitGroups,
    @Property boolean legacy,
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
    @Property(length = 40) @Nullable RegressionType regressionType,
    @Property(singular = "rowDimension") List<String> rowDimensions,
    @Property boolean rowSubTotals,
    @Property boolean rowTotals,
    @Property boolean showData,
    @Property boolean showDimensionLabels,
    @Property boolean showHierarchy,
    @Property boolean skipRounding,
    @Property @Nullable Integer sortOrder,
    @Property @Nullable LocalDateTime startDate,
    @Property(singular = "subscriber", max = 255, length = 255, ordered = false)
        List<String> subscribers,
    @Property(translatable = "subtitle") @Nullable String subtitle,
    @Property(translatable = "targetLineLabel") @Nullable String targetLineLabel,
    @Property(min = -Double.MAX_VALUE) @Nullable Double targetLineValue,
    @Property @Nullable String timeField,
    @Property(translatable = "title") @Nullable String title,
    @Property @Nullable Integer topLimit,
    @Property(length = 40, required = true) @Nullable EventVisualizationType type,
    @Property(length = 12) @Nullable UserOrgUnitType userOrgUnitType,
    @Property boolean userOrganisationUnit,
    @Property boolean userOrganisationUnitChildren,
    @Property boolean userOrganisationUnitGrandChildren)
    implements EventAnalysis {}
