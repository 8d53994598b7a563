package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.expression.IndicatorValue;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionType;

/**
 * What one row after another shows: an item with its figures, and the data element groups that it
 * stands for if the question has such dimensions. Where the question names no items, the groups
 * themselves are shown, as the sum over their data elements; where items are a filter, their sum.
 *
 * @param item the item; empty if sums are shown
 * @param groups an item of each dimension of data element groups
 * @param figures its values
 */
record Subject(Optional<DataItem> item, List<Entry> groups, Figures figures) {

  /** All that a question shows, in the order of rows. */
  static List<Subject> of(AnalyticsQuery query, FigurePlan plan) {
    List<Dimension> dimensions = groupSets(query.dimensions());
    Set<String> allowed = allowed(query);
    List<List<Entry>> combinations = combinations(dimensions);
    List<Subject> subjects = new ArrayList<>();
    query.data().stream()
        .sorted(Comparator.comparingInt(DataItem::rank))
        .forEach(item -> {
          List<List<Entry>> own =
              combinations.stream().filter(groups -> belongs(item, groups)).toList();
          if (!own.isEmpty() && (groupSets(query.filters()).isEmpty() || in(item, allowed))) {
            Figures figures = plan.figures(item);
            own.forEach(groups -> subjects.add(new Subject(Optional.of(item), groups, figures)));
          }
        });
    if (subjects.size() > 1 && query.filter(Dimension.DATA).isPresent()) {
      return List.of(
          new Subject(
              Optional.empty(),
              List.of(),
              Combination.sum(subjects.stream().map(Subject::figures).toList())));
    }
    if (query.either(Dimension.DATA).isEmpty()) {
      combinations.forEach(groups ->
          subjects.add(new Subject(Optional.empty(), groups, sum(groups, allowed, query, plan))));
    }
    return subjects;
  }

  private static List<Dimension> groupSets(List<Dimension> dimensions) {
    return dimensions.stream()
        .filter(d -> d.type() == DimensionType.DATA_ELEMENT_GROUP_SET)
        .toList();
  }

  /** The data elements that filters of groups let through, all groups of a filter together. */
  private static Set<String> allowed(AnalyticsQuery query) {
    Set<String> allowed = new HashSet<>();
    boolean first = true;
    for (Dimension filter : groupSets(query.filters())) {
      Set<String> members = new HashSet<>();
      filter.entries().forEach(group -> members.addAll(members(group)));
      if (first) {
        allowed.addAll(members);
      } else {
        allowed.retainAll(members);
      }
      first = false;
    }
    return allowed;
  }

  private static List<List<Entry>> combinations(List<Dimension> dimensions) {
    List<List<Entry>> combinations = List.of(List.of());
    for (Dimension dimension : dimensions) {
      List<List<Entry>> longer = new ArrayList<>();
      for (List<Entry> combination : combinations) {
        for (Entry entry : dimension.entries()) {
          List<Entry> groups = new ArrayList<>(combination);
          groups.add(entry);
          longer.add(List.copyOf(groups));
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private static Set<String> members(Entry group) {
    Set<String> members = new LinkedHashSet<>();
    if (group instanceof Entry.OfObject of && of.object() instanceof DataElementGroup object) {
      object.dataElements().forEach(ref -> members.add(ref.id()));
    }
    return members;
  }

  private static boolean belongs(DataItem item, List<Entry> groups) {
    return groups.stream().allMatch(group -> in(item, members(group)));
  }

  private static boolean in(DataItem item, Set<String> elements) {
    return switch (item) {
      case DataItem.OfElement of -> elements.contains(of.element().uid());
      case DataItem.Operand operand -> elements.contains(operand.element().uid());
      default -> false;
    };
  }

  private static Figures sum(
      List<Entry> groups, Set<String> allowed, AnalyticsQuery query, FigurePlan plan) {
    Set<String> elements = new LinkedHashSet<>(members(groups.getFirst()));
    groups.forEach(group -> elements.retainAll(members(group)));
    if (!groupSets(query.filters()).isEmpty()) {
      elements.retainAll(allowed);
    }
    AggregationType type = query.request().aggregation().type().orElse(AggregationType.SUM);
    List<Figures> parts =
        elements.stream()
            .flatMap(uid -> query.snapshot().find(DataElement.class, uid).stream())
            .map(element -> plan.element(element, type))
            .toList();
    return switch (type) {
      case MIN -> new Combination(parts, Math::min);
      case MAX -> new Combination(parts, Math::max);
      default -> new Combination(parts, Double::sum);
    };
  }

  /** Whether there can be values where there are no data. */
  boolean everywhere() {
    return switch (figures) {
      case IndicatorFigures indicator -> indicator.everywhere();
      case Formula formula -> formula.everywhere();
      default -> false;
    };
  }

  /** The value of a place, if there is one. */
  Optional<Result> result(int column, long place, Rounding rounding) {
    return switch (figures) {
      case IndicatorFigures indicator ->
          indicator
              .value(column, place)
              .map(value ->
                  result(
                      column,
                      place,
                      rounding.round(value.value(), decimals()),
                      null,
                      parts(value, rounding)));
      case RateFigures rate -> plain(column, place, rounding, parts(rate, column, place));
      default -> plain(column, place, rounding, Result.Parts.NONE);
    };
  }

  private Optional<Result> plain(int column, long place, Rounding rounding, Result.Parts parts) {
    double number = figures.at(column, place);
    String text = Double.isNaN(number) ? figures.text(column, place) : null;
    return Double.isNaN(number) && text == null
        ? Optional.empty()
        : Optional.of(result(column, place, rounding.round(number), text, parts));
  }

  private Result result(
      int column, long place, double number, @Nullable String text, Result.Parts parts) {
    return new Result(item, groups, column, place, number, text, parts);
  }

  private Result.Parts parts(IndicatorValue value, Rounding rounding) {
    int decimals = decimals();
    return new Result.Parts(
        rounding.round(value.numerator(), decimals),
        rounding.round(value.denominator(), decimals),
        rounding.round(value.factor(), decimals),
        value.multiplier(),
        value.divisor());
  }

  private static Result.Parts parts(RateFigures rate, int column, long place) {
    return rate.isRate()
        ? new Result.Parts(
            rate.reports(column, place),
            rate.expected().at(column, place),
            100,
            Double.NaN,
            Double.NaN)
        : Result.Parts.NONE;
  }

  private int decimals() {
    return item.filter(DataItem.OfIndicator.class::isInstance)
        .map(of -> ((DataItem.OfIndicator) of).indicator())
        .flatMap(indicator -> Optional.ofNullable(indicator.decimals()))
        .orElse(Rounding.USUAL);
  }
}
