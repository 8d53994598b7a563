package org.kituo.model.metadata;

import java.util.List;
import org.kituo.model.period.RelativePeriod;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stored tables, charts and map layers: what they show is laid out in columns, rows and filters.
 * They keep the names of the dimensions and, each in a property of its kind, the items; the
 * dimensions with their items are computed from both.
 */
public interface AnalyticalObject extends Favoritable, Nameable {

  /** The dimensions in columns: {@code dx}, {@code pe}, {@code ou}, or an identifier. */
  List<String> columnDimensions();

  /** The dimensions in rows. */
  List<String> rowDimensions();

  /** The dimensions that filter. */
  List<String> filterDimensions();

  /** Data elements, indicators and the like. */
  default List<DataDimensionItem> dataDimensionItems() {
    return List.of();
  }

  /** Periods by their ISO names and keywords of relative ones. */
  List<String> rawPeriods();

  /** Organisation units given one by one. */
  List<Ref<OrganisationUnit>> organisationUnits();

  /** Whether the user's units are meant. */
  boolean userOrganisationUnit();

  /** Whether the units below the user's are meant. */
  boolean userOrganisationUnitChildren();

  /** Whether the units two levels below the user's are meant. */
  boolean userOrganisationUnitGrandChildren();

  /** Levels of the hierarchy, the root's being 1. */
  List<Integer> organisationUnitLevels();

  /** Groups of units. */
  List<Ref<OrganisationUnitGroup>> itemOrganisationUnitGroups();

  /** Categories with options. */
  List<CategoryDimension> categoryDimensions();

  /** Category option group sets with groups. */
  List<CategoryOptionGroupSetDimension> categoryOptionGroupSetDimensions();

  /** Data element group sets with groups. */
  default List<DataElementGroupSetDimension> dataElementGroupSetDimensions() {
    return List.of();
  }

  /** Organisation unit group sets with groups. */
  List<OrganisationUnitGroupSetDimension> organisationUnitGroupSetDimensions();

  /** Data elements of events. */
  default List<TrackedEntityDataElementDimension> dataElementDimensions() {
    return List.of();
  }

  /** Attributes of tracked entities. */
  default List<TrackedEntityAttributeDimension> attributeDimensions() {
    return List.of();
  }

  /** Program indicators as dimensions. */
  default List<ProgramIndicatorDimension> programIndicatorDimensions() {
    return List.of();
  }

  /** Dimensions without objects behind them, such as the date of an event, with their values. */
  default List<JsonNode> simpleDimensions() {
    return List.of();
  }

  /** The dimensions in columns with their items. */
  @Computed(singular = "column", writable = true)
  default List<AxisDimension> columns(View view) {
    return Axes.of(this, columnDimensions(), view);
  }

  /** The dimensions in rows with their items. */
  @Computed(singular = "row", writable = true)
  default List<AxisDimension> rows(View view) {
    return Axes.of(this, rowDimensions(), view);
  }

  /** The dimensions that filter with their items. */
  @Computed(singular = "filter", writable = true)
  default List<AxisDimension> filters(View view) {
    return Axes.of(this, filterDimensions(), view);
  }

  /** The periods that are no keywords. */
  @Computed(
      owner = true,
      singular = "period",
      field = "persistedPeriods",
      klass = "org.hisp.dhis.period.Period",
      items = PropertyKind.COMPLEX)
  default List<Ref<?>> periods(View view) {
    return rawPeriods().stream()
        .filter(p -> RelativePeriod.ofKeyword(p).isEmpty())
        .<Ref<?>>map(Ref::new)
        .toList();
  }

  /** Which keywords of relative periods are among the periods, as a row of flags. */
  @Computed(field = "relatives", writable = true, klass = "org.hisp.dhis.period.RelativePeriods")
  default JsonNode relativePeriods(View view) {
    ObjectNode flags = JsonNodeFactory.instance.objectNode();
    for (RelativePeriod period : RelativePeriod.values()) {
      flags.put(period.property(), rawPeriods().contains(period.name()));
    }
    return flags;
  }

  /** For each unit given, the identifiers of the units above it, the root first. */
  @Computed(writable = true, klass = "java.util.Map")
  default JsonNode parentGraphMap(View view) {
    ObjectNode graph = JsonNodeFactory.instance.objectNode();
    for (Ref<OrganisationUnit> ref : organisationUnits()) {
      view.snapshot()
          .find(OrganisationUnit.class, ref.id())
          .ifPresent(unit ->
              graph.put(
                  unit.uid(),
                  String.join(
                      "/",
                      Hierarchy.ancestors(unit, view.snapshot()).stream().map(Ref::id).toList())));
    }
    return graph;
  }

  /** Code and name of the units, data elements and attributes given. */
  @Computed(klass = "java.util.Map")
  default JsonNode metaData(View view) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    Axes.named(this, view.snapshot())
        .forEach(object -> {
          ObjectNode entry = data.putObject(object.uid()).put("uid", object.uid());
          if (object.identity().code() != null) {
            entry.put("code", object.identity().code());
          }
          entry.put("name", object.name());
        });
    return data;
  }
}
