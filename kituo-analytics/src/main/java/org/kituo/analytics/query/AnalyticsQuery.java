package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.access.Actor;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * A question to analytics as it is understood.
 *
 * @param request the question as it was asked
 * @param snapshot the metadata that it is answered from
 * @param actor who asks
 * @param dimensions what the answer is broken down by, in the order of columns
 * @param filters what is aggregated over
 * @param dates from which day to which, if there are no periods
 * @param approval how far figures must be approved to count; empty if that does not matter
 * @param keywords the words that stood for items
 * @param userUnits the units that the user may see, as numbers of the tree; the roots of paths
 */
public record AnalyticsQuery(
    AnalyticsRequest request,
    MetadataSnapshot snapshot,
    Actor actor,
    List<Dimension> dimensions,
    List<Dimension> filters,
    Optional<TimeColumn.Dates> dates,
    Optional<ApprovalLimit> approval,
    List<Keyword> keywords,
    List<Integer> userUnits) {

  /** A dimension that the answer is broken down by. */
  public Optional<Dimension> dimension(String id) {
    return dimensions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** A dimension that is aggregated over. */
  public Optional<Dimension> filter(String id) {
    return filters.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** A dimension or filter. */
  public Optional<Dimension> either(String id) {
    return dimension(id).or(() -> filter(id));
  }

  /** All dimensions and filters. */
  public Stream<Dimension> all() {
    return Stream.concat(dimensions.stream(), filters.stream());
  }

  /** What is shown, in the order that was asked for. */
  public List<DataItem> data() {
    return either(Dimension.DATA).stream()
        .flatMap(dimension -> dimension.entries().stream())
        .map(DataItem.class::cast)
        .toList();
  }

  private static TimeColumn column(Entry entry) {
    return switch (entry) {
      case Entry.OfDays(TimeColumn.Dates days) -> days;
      case Entry.OfPeriod(Period period) -> TimeColumn.Periods.of(period);
      default -> throw new IllegalStateException("Not a time: " + entry.id());
    };
  }

  /** All periods of a filter together. A range of days stands in a filter alone. */
  private static TimeColumn together(Dimension filter) {
    return filter.entries().size() == 1
        ? column(filter.entries().getFirst())
        : new TimeColumn.Periods(
            filter.entries().stream().map(entry -> ((Entry.OfPeriod) entry).period()).toList());
  }

  /** The columns of time: a period each, or all together if time is a filter. */
  public List<TimeColumn> columns() {
    Optional<Dimension> periods = dimension(Dimension.PERIOD);
    if (periods.isPresent()) {
      return periods.get().entries().stream().map(AnalyticsQuery::column).toList();
    }
    List<TimeColumn> columns = new ArrayList<>();
    filter(Dimension.PERIOD).ifPresent(f -> columns.add(together(f)));
    if (columns.isEmpty()) {
      dates.ifPresent(columns::add);
    }
    return columns;
  }
}
