package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DigitGroupSeparator;
import org.kituo.model.metadata.constant.EnrollmentStatus;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.metadata.constant.MapEventStatus;
import org.kituo.model.metadata.constant.MapViewRenderingStrategy;
import org.kituo.model.metadata.constant.OrganisationUnitSelectionMode;
import org.kituo.model.metadata.constant.RegressionType;
import org.kituo.model.metadata.constant.ThematicMapType;
import org.kituo.model.metadata.constant.UserOrgUnitType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A layer of a map. */
@MetadataType(
    klass = "org.hisp.dhis.mapping.MapView",
    plural = "mapViews",
    embedded = true,
    order = 1900,
    nameable = true,
    owned = false)
@Virtual(name = "colSubTotals", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "colTotals", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "completedOnly", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "cumulativeValues", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(
    name = "dataElementGroupSetDimensions",
    singular = "dataElementGroupSetDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.dataelement.DataElementGroupSetDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(
    name = "digitGroupSeparator",
    kind = PropertyKind.CONSTANT,
    type = DigitGroupSeparator.class,
    value = "\"SPACE\"")
@Virtual(name = "displayBaseLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubtitle", kind = PropertyKind.TEXT)
@Virtual(name = "displayTargetLineLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayTitle", kind = PropertyKind.TEXT)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "hideEmptyRowItems",
    kind = PropertyKind.CONSTANT,
    type = HideEmptyItemStrategy.class,
    value = "\"NONE\"")
@Virtual(name = "hideEmptyRows", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "hideLegend", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "hideSubtitle", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "hideTitle", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(
    name = "legend",
    field = "legendDefinitions",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.visualization.LegendDefinitions")
@Virtual(name = "noSpaceBetweenColumns", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "orgUnitFieldDisplayName", kind = PropertyKind.TEXT)
@Virtual(name = "parentGraph", kind = PropertyKind.TEXT)
@Virtual(name = "parentLevel", kind = PropertyKind.INTEGER, value = "0")
@Virtual(name = "percentStackedValues", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(
    name = "programIndicatorDimensions",
    singular = "programIndicatorDimension",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.trackedentity.TrackedEntityProgramIndicatorDimension",
    items = PropertyKind.COMPLEX,
    value = "[]")
@Virtual(
    name = "regressionType",
    kind = PropertyKind.CONSTANT,
    type = RegressionType.class,
    value = "\"NONE\"")
@Virtual(name = "rowSubTotals", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "rowTotals", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "showData", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "showDimensionLabels", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "showHierarchy", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "skipRounding", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(name = "sortOrder", kind = PropertyKind.INTEGER, min = Integer.MIN_VALUE, value = "0")
@Virtual(
    name = "subscribers",
    singular = "subscriber",
    kind = PropertyKind.COLLECTION,
    klass = "java.lang.String",
    items = PropertyKind.TEXT,
    value = "[]")
@Virtual(name = "subtitle", kind = PropertyKind.TEXT)
@Virtual(name = "timeField", kind = PropertyKind.TEXT)
@Virtual(name = "title", kind = PropertyKind.TEXT)
@Virtual(name = "topLimit", kind = PropertyKind.INTEGER, value = "0")
public record MapView(
    Identity identity,
    @Property(length = 40) @Nullable AggregationType aggregationType,
    @Property @Nullable Integer areaRadius,
    @Property(singular = "attributeDimension", cascade = "all, delete-orphan")
        List<TrackedEntityAttributeDimension> attributeDimensions,
    @Property(singular = "categoryDimension") List<CategoryDimension> categoryDimensions,
    @Property(singular = "categoryOptionGroupSetDimension")
        List<CategoryOptionGroupSetDimension> categoryOptionGroupSetDimensions,
    @Property @Nullable Integer classes,
    @Property(kind = PropertyKind.COLOR) @Nullable String colorHigh,
    @Property(kind = PropertyKind.COLOR) @Nullable String colorLow,
    @Property @Nullable String colorScale,
    @Property(singular = "columnDimension") List<String> columnDimensions,
    @Property(max = Integer.MAX_VALUE) @Nullable String config,
    @Property(singular = "dataDimensionItem", cascade = "all, delete-orphan")
        List<DataDimensionItem> dataDimensionItems,
    @Property(singular = "dataElementDimension", cascade = "all, delete-orphan")
        List<TrackedEntityDataElementDimension> dataElementDimensions,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property @Nullable LocalDateTime endDate,
    @Property boolean eventClustering,
    @Property @Nullable String eventCoordinateField,
    @Property(max = 15) @Nullable String eventCoordinateFieldFallback,
    @Property @Nullable String eventPointColor,
    @Property int eventPointRadius,
    @Property(length = 50) @Nullable MapEventStatus eventStatus,
    @Property(singular = "filterDimension") List<String> filterDimensions,
    @Property boolean followUp,
    @Property boolean hidden,
    @Property(singular = "itemOrganisationUnitGroup")
        List<Ref<OrganisationUnitGroup>> itemOrganisationUnitGroups,
    @Property @Nullable String labelFontColor,
    @Property @Nullable String labelFontSize,
    @Property @Nullable String labelFontStyle,
    @Property @Nullable String labelFontWeight,
    @Property(max = 50) @Nullable String labelTemplate,
    @Property boolean labels,
    @Property(required = true) @Nullable String layer,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable Integer method,
    @Property(min = 1, max = 230, translatable = "NAME", attribute = true) @Nullable String name,
    @Property(min = 7, max = 7) @Nullable String noDataColor,
    @Property(min = -Double.MAX_VALUE) @Nullable Double opacity,
    @Property @Nullable String orgUnitField,
    @Property(min = 7, max = 7) @Nullable String organisationUnitColor,
    @Property @Nullable Ref<OrganisationUnitGroupSet> organisationUnitGroupSet,
    @Property(singular = "organisationUnitGroupSetDimension")
        List<OrganisationUnitGroupSetDimension> organisationUnitGroupSetDimensions,
    @Property(singular = "organisationUnitLevel") List<Integer> organisationUnitLevels,
    @Property(length = 40) @Nullable OrganisationUnitSelectionMode organisationUnitSelectionMode,
    @Property(singular = "organisationUnit") List<Ref<OrganisationUnit>> organisationUnits,
    @Property @Nullable Ref<Program> program,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(length = 40) @Nullable EnrollmentStatus programStatus,
    @Property @Nullable Integer radiusHigh,
    @Property @Nullable Integer radiusLow,
    @Property(max = 3650, length = 255) List<String> rawPeriods,
    @Property(length = 50, required = true, initial = "SINGLE")
        @Nullable MapViewRenderingStrategy renderingStrategy,
    @Property @Nullable LocalDateTime startDate,
    @Property(klass = "java.lang.Object") @Nullable JsonNode styleDataItem,
    @Property(length = 50) @Nullable ThematicMapType thematicMapType,
    @Property @Nullable Ref<TrackedEntityType> trackedEntityType,
    @Property(length = 12) @Nullable UserOrgUnitType userOrgUnitType,
    @Property boolean userOrganisationUnit,
    @Property boolean userOrganisationUnitChildren,
    @Property boolean userOrganisationUnitGrandChildren)
    implements AnalyticalObject {

  /** The rows of a layer are not kept: they hold its organisation units, where there are any. */
  @Override
  public List<String> rowDimensions() {
    boolean units =
        !organisationUnits.isEmpty()
            || !organisationUnitLevels.isEmpty()
            || !itemOrganisationUnitGroups.isEmpty()
            || userOrganisationUnit
            || userOrganisationUnitChildren
            || userOrganisationUnitGrandChildren;
    return units ? List.of("ou") : List.of();
  }

  @Override
  public List<String> favorites() {
    return List.of();
  }
}
