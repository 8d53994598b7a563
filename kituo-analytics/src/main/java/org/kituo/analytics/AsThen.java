package org.kituo.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.MetaData;
import org.kituo.analytics.grid.MetaItem;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.access.Actor;
import org.kituo.model.hierarchy.PastParents;
import org.kituo.model.snapshot.View;

/**
 * Answers a question with the hierarchy as it was. The periods of the question are taken apart by
 * the hierarchies on their last days; for each hierarchy the question is asked with its periods
 * alone, of metadata that differ from the present ones in the parents of units; and the rows are
 * put together. Who may see what the present hierarchy says.
 */
public final class AsThen {
  private final Analytics analytics;
  private final PastHierarchies past;
  private final AnalyticsRequest request;
  private final Actor actor;
  private final View view;
  private final PastParents parents;

  AsThen(
      Analytics analytics,
      PastHierarchies past,
      AnalyticsRequest request,
      Actor actor,
      View view,
      PastParents parents) {
    this.analytics = analytics;
    this.past = past;
    this.request = request;
    this.actor = actor;
    this.view = view;
    this.parents = parents;
  }

  /**
   * A table and how fresh it is.
   *
   * @param asOf when the oldest of the states of figures that it shows was read
   */
  public record Answered(Grid grid, Instant asOf) {}

  Answered answer() {
    AnalyticsQuery now = analytics.query(request, actor, view);
    Map<LocalDate, List<String>> periods = byHierarchy(now);
    if (periods.size() <= 1) {
      LocalDate day = periods.isEmpty() ? LocalDate.MAX : periods.keySet().iterator().next();
      return answer(request, day);
    }
    if (now.dimension(Dimension.PERIOD).isEmpty()) {
      throw refused("periods must then be a dimension, not a filter");
    }
    if (request.presentation().layout().isPresent()) {
      throw refused("a table layout cannot show that");
    }
    List<Answered> parts = new ArrayList<>();
    periods.forEach((day, isos) -> parts.add(answer(withPeriods(isos), day)));
    return parts.stream().reduce(AsThen::joined).orElseThrow();
  }

  private static AnalyticsException refused(String reason) {
    return new AnalyticsException(
        "E7124", "The hierarchy of organisation units changed between the periods: " + reason);
  }

  private Answered answer(AnalyticsRequest asked, LocalDate day) {
    View then = view.over(past.at(day, parents, view.snapshot()));
    Answer answer = analytics.answer(analytics.query(asked, actor, then));
    return new Answered(analytics.grid(answer, then), answer.asOf());
  }

  /** The periods by the first day of the hierarchy on their last days. */
  private Map<LocalDate, List<String>> byHierarchy(AnalyticsQuery query) {
    Map<LocalDate, List<String>> periods = new LinkedHashMap<>();
    query
        .either(Dimension.PERIOD)
        .ifPresent(dimension ->
            dimension
                .entries()
                .forEach(entry ->
                    periods
                        .computeIfAbsent(parents.epoch(lastDay(entry)), day -> new ArrayList<>())
                        .add(entry.id())));
    query
        .dates()
        .ifPresent(
            dates -> periods.computeIfAbsent(parents.epoch(dates.end()), day -> new ArrayList<>()));
    return periods;
  }

  private static LocalDate lastDay(Entry entry) {
    return switch (entry) {
      case Entry.OfPeriod(var period) -> period.end();
      case Entry.OfDays(var days) -> days.end();
      default -> throw new IllegalStateException("Not a time: " + entry.id());
    };
  }

  private AnalyticsRequest withPeriods(List<String> isos) {
    return new AnalyticsRequest(
        request.dimensions().stream()
            .map(d -> d.id().equals(Dimension.PERIOD) ? new DimensionText(d.id(), isos) : d)
            .toList(),
        request.filters(),
        request.dates(),
        request.aggregation(),
        request.scope(),
        request.presentation());
  }

  private static Answered joined(Answered a, Answered b) {
    List<List<String>> rows = new ArrayList<>(a.grid().rows());
    rows.addAll(b.grid().rows());
    Grid grid = a.grid();
    return new Answered(
        new Grid(
            grid.title(),
            grid.subtitle(),
            grid.headers(),
            rows,
            joined(grid.metaData(), b.grid().metaData())),
        a.asOf().isBefore(b.asOf()) ? a.asOf() : b.asOf());
  }

  private static MetaData joined(MetaData a, MetaData b) {
    if (a == MetaData.NONE) {
      return a;
    }
    Map<String, MetaItem> items = new LinkedHashMap<>(a.items());
    items.putAll(b.items());
    Map<String, List<String>> dimensions = new LinkedHashMap<>(a.dimensions());
    b.dimensions()
        .forEach((id, more) -> {
          Set<String> all = new LinkedHashSet<>(dimensions.getOrDefault(id, List.of()));
          all.addAll(more);
          dimensions.put(id, List.copyOf(all));
        });
    return new MetaData(
        items,
        dimensions,
        joined(a.unitPaths().orElse(null), b.unitPaths().orElse(null)),
        joined(a.unitNamePaths().orElse(null), b.unitNamePaths().orElse(null)));
  }

  /** The paths at the time of the later period, where both have a unit. */
  private static Optional<Map<String, String>> joined(
      @Nullable Map<String, String> a, @Nullable Map<String, String> b) {
    if (a == null || b == null) {
      return Optional.ofNullable(a == null ? b : a);
    }
    Map<String, String> all = new LinkedHashMap<>(a);
    all.putAll(b);
    return Optional.of(all);
  }
}
