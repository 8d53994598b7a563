package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.AnalyticsRequest.Aggregation;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.analytics.query.AnalyticsRequest.Layout;
import org.kituo.analytics.query.AnalyticsRequest.Order;
import org.kituo.analytics.query.AnalyticsRequest.OutputSchemes;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.model.metadata.AnalyticalObject;
import org.kituo.model.metadata.CategoryDimension;
import org.kituo.model.metadata.CategoryOptionGroupSetDimension;
import org.kituo.model.metadata.DataDimensionItem;
import org.kituo.model.metadata.DataElementGroupSetDimension;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.MapView;
import org.kituo.model.metadata.OrganisationUnitGroupSetDimension;
import org.kituo.model.metadata.ReportingRate;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** The question that a stored table, chart or layer of a map asks. */
public final class StoredQuestion {
  private final AnalyticalObject stored;

  private StoredQuestion(AnalyticalObject stored) {
    this.stored = stored;
  }

  /** The question of a table, chart or layer, which is answered as a table. */
  public static AnalyticsRequest of(AnalyticalObject stored, Scope scope) {
    return new StoredQuestion(stored).read(scope);
  }

  /** The units that a stored object shows, as they are written in questions. */
  public static List<String> units(AnalyticalObject stored) {
    return new StoredQuestion(stored).units();
  }

  private AnalyticsRequest read(Scope scope) {
    List<String> shown = new ArrayList<>(stored.columnDimensions());
    shown.addAll(stored.rowDimensions());
    return new AnalyticsRequest(
        shown.stream().map(this::dimension).toList(),
        stored.filterDimensions().stream().map(this::dimension).toList(),
        Optional.empty(),
        new Aggregation(Optional.ofNullable(aggregationType()), Criteria.NONE, criteria(), false),
        scope,
        stored instanceof Visualization table
            ? presentation(table)
            : presentation(false, Optional.empty(), false, false, false));
  }

  private @Nullable AggregationType aggregationType() {
    return switch (stored) {
      case Visualization table -> table.aggregationType();
      case MapView layer -> layer.aggregationType();
      default -> null;
    };
  }

  private Criteria criteria() {
    return stored instanceof Visualization table && table.measureCriteria() != null
        ? Criteria.parse(table.measureCriteria())
        : Criteria.NONE;
  }

  private Presentation presentation(Visualization table) {
    return presentation(
        table.showHierarchy(),
        order(table),
        table.skipRounding(),
        table.hideEmptyColumns(),
        table.hideEmptyRows() || table.hideEmptyRowItems() == HideEmptyItemStrategy.ALL);
  }

  private Presentation presentation(
      boolean hierarchy,
      Optional<Order> order,
      boolean skipRounding,
      boolean hideEmptyColumns,
      boolean hideEmptyRows) {
    return new Presentation(
        true,
        false,
        skipRounding,
        false,
        hierarchy,
        false,
        false,
        DisplayProperty.NAME,
        order,
        OutputSchemes.BY_UID,
        Optional.of(
            new Layout(
                stored.columnDimensions(),
                stored.rowDimensions(),
                hideEmptyColumns,
                hideEmptyRows)));
  }

  private static Optional<Order> order(Visualization table) {
    return table.sortOrder() == 0
        ? Optional.empty()
        : Optional.of(table.sortOrder() < 0 ? Order.ASC : Order.DESC);
  }

  private DimensionText dimension(String id) {
    return new DimensionText(
        id,
        switch (id) {
          case Dimension.DATA ->
              stored.dataDimensionItems().stream().flatMap(i -> data(i).stream()).toList();
          case Dimension.PERIOD -> periods();
          case Dimension.UNIT -> units();
          default -> others(id);
        });
  }

  private static Optional<String> data(DataDimensionItem item) {
    return id(item.dataElement())
        .or(() -> id(item.indicator()))
        .or(() -> id(item.expressionDimensionItem()))
        .or(() -> Optional.ofNullable(item.dataElementOperand()).map(StoredQuestion::operand))
        .or(() -> Optional.ofNullable(item.reportingRate()).map(ReportingRate::item))
        .or(() -> id(item.programIndicator()))
        .or(() -> joined(item.programDataElement(), "program", "dataElement"))
        .or(() -> joined(item.programAttribute(), "program", "attribute"))
        .or(() -> id(item.validationRule()));
  }

  private static Optional<String> joined(@Nullable JsonNode item, String... parts) {
    return Optional.ofNullable(item)
        .map(node ->
            Arrays.stream(parts)
                .map(part -> node.path(part).path("id").asString(""))
                .collect(Collectors.joining(".")));
  }

  private static Optional<String> id(@Nullable Ref<?> ref) {
    return Optional.ofNullable(ref).map(Ref::id);
  }

  private static String operand(DataElementOperand operand) {
    return id(operand.dataElement())
        .map(element ->
            element + id(operand.categoryOptionCombo()).map(combo -> "." + combo).orElse(""))
        .orElse(operand.uid());
  }

  /** Where none are named, as in some packages, the last twelve months are meant. */
  private List<String> periods() {
    return stored.rawPeriods().isEmpty() ? List.of("LAST_12_MONTHS") : stored.rawPeriods();
  }

  /** Where none are named, as in some packages, the user's own are meant. */
  private List<String> units() {
    List<String> items = new ArrayList<>();
    stored.organisationUnits().forEach(unit -> items.add(unit.id()));
    if (stored.userOrganisationUnit()) {
      items.add("USER_ORGUNIT");
    }
    if (stored.userOrganisationUnitChildren()) {
      items.add("USER_ORGUNIT_CHILDREN");
    }
    if (stored.userOrganisationUnitGrandChildren()) {
      items.add("USER_ORGUNIT_GRANDCHILDREN");
    }
    stored.organisationUnitLevels().forEach(level -> items.add("LEVEL-" + level));
    stored.itemOrganisationUnitGroups().forEach(group -> items.add("OU_GROUP-" + group.id()));
    return items.isEmpty() ? List.of("USER_ORGUNIT") : items;
  }

  private List<String> others(String id) {
    for (CategoryDimension dimension : stored.categoryDimensions()) {
      if (named(dimension.category(), id)) {
        return ids(dimension.categoryOptions());
      }
    }
    for (CategoryOptionGroupSetDimension dimension : stored.categoryOptionGroupSetDimensions()) {
      if (named(dimension.categoryOptionGroupSet(), id)) {
        return ids(dimension.categoryOptionGroups());
      }
    }
    for (DataElementGroupSetDimension dimension : stored.dataElementGroupSetDimensions()) {
      if (named(dimension.dataElementGroupSet(), id)) {
        return ids(dimension.dataElementGroups());
      }
    }
    for (OrganisationUnitGroupSetDimension dimension :
        stored.organisationUnitGroupSetDimensions()) {
      if (named(dimension.organisationUnitGroupSet(), id)) {
        return ids(dimension.organisationUnitGroups());
      }
    }
    return List.of();
  }

  private static boolean named(@Nullable Ref<?> ref, String id) {
    return ref != null && ref.id().equals(id);
  }

  private static <T> List<String> ids(List<Ref<T>> refs) {
    return refs.stream().map(Ref::id).toList();
  }
}
