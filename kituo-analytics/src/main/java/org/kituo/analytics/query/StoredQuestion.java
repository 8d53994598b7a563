package org.kituo.analytics.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.AnalyticsRequest.Aggregation;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.analytics.query.AnalyticsRequest.Layout;
import org.kituo.analytics.query.AnalyticsRequest.Order;
import org.kituo.analytics.query.AnalyticsRequest.OutputSchemes;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.metadata.CategoryDimension;
import org.kituo.model.metadata.CategoryOptionGroupSetDimension;
import org.kituo.model.metadata.DataDimensionItem;
import org.kituo.model.metadata.DataElementGroupSetDimension;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.OrganisationUnitGroupSetDimension;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.HideEmptyItemStrategy;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** The question that a stored table or chart asks. */
public final class StoredQuestion {
  private final Visualization stored;

  private StoredQuestion(Visualization stored) {
    this.stored = stored;
  }

  /**
   * The question of a table or chart.
   *
   * @param relativeTo the day that its relative periods are relative to
   */
  public static AnalyticsRequest of(Visualization stored, LocalDate relativeTo) {
    return new StoredQuestion(stored).read(relativeTo);
  }

  private AnalyticsRequest read(LocalDate relativeTo) {
    List<String> shown = new ArrayList<>(stored.columnDimensions());
    shown.addAll(stored.rowDimensions());
    return new AnalyticsRequest(
        shown.stream().map(this::dimension).toList(),
        stored.filterDimensions().stream().map(this::dimension).toList(),
        Optional.empty(),
        new Aggregation(
            Optional.ofNullable(stored.aggregationType()),
            Criteria.NONE,
            criteria(stored.measureCriteria()),
            false),
        new Scope(relativeTo, List.of(), Optional.empty(), IdScheme.BY_UID),
        presentation());
  }

  private static Criteria criteria(@Nullable String text) {
    return text == null ? Criteria.NONE : Criteria.parse(text);
  }

  private Presentation presentation() {
    return new Presentation(
        true,
        false,
        stored.skipRounding(),
        false,
        stored.showHierarchy(),
        false,
        false,
        DisplayProperty.NAME,
        order(),
        OutputSchemes.BY_UID,
        Optional.of(
            new Layout(
                stored.columnDimensions(),
                stored.rowDimensions(),
                stored.hideEmptyColumns(),
                stored.hideEmptyRows()
                    || stored.hideEmptyRowItems() == HideEmptyItemStrategy.ALL)));
  }

  private Optional<Order> order() {
    return stored.sortOrder() == 0
        ? Optional.empty()
        : Optional.of(stored.sortOrder() < 0 ? Order.ASC : Order.DESC);
  }

  private DimensionText dimension(String id) {
    return new DimensionText(
        id,
        switch (id) {
          case Dimension.DATA ->
              stored.dataDimensionItems().stream().flatMap(i -> data(i).stream()).toList();
          case Dimension.PERIOD -> stored.rawPeriods();
          case Dimension.UNIT -> units();
          default -> others(id);
        });
  }

  private static Optional<String> data(DataDimensionItem item) {
    return id(item.dataElement())
        .or(() -> id(item.indicator()))
        .or(() -> id(item.expressionDimensionItem()))
        .or(() -> Optional.ofNullable(item.dataElementOperand()).map(StoredQuestion::operand))
        .or(() -> Optional.ofNullable(item.reportingRate()).map(StoredQuestion::rate));
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

  private static String rate(JsonNode rate) {
    String set = rate.path("dataSet").path("id").asString("");
    return set.isEmpty()
        ? rate.path("dimensionItem").asString("")
        : set + "." + rate.path("metric").asString("REPORTING_RATE");
  }

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
    return items;
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
