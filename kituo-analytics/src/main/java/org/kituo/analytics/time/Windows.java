package org.kituo.analytics.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.period.PeriodType;

/**
 * Which data periods count in which columns of time, and with which weight.
 *
 * <p>A data period counts where it rolls up: in the period of a longer type that its first day
 * belongs to (weeks: their fourth day). It never counts in shorter periods or in those of another
 * type of equal length, with one exception: averages repeat a longer period's value in each shorter
 * period, so that yearly population can be asked for by month. Where an asked period overlaps two
 * such longer ones (a financial year and two calendar years), each has the weight of the months it
 * shares, of days where months do not fit.
 *
 * <p>For averages over days the weight is the share of the column's days: a month of 31 days in a
 * quarter of 91 weighs 31/91, whether or not the other months have data. Last and first values look
 * at dates alone: at all periods that end by the column's end and begin in the ten years before.
 *
 * <p>The work grows with the data periods and the columns, not with their product.
 */
public final class Windows {
  private static final int LOOK_BACK_YEARS = 10;
  private static final Comparator<Period> BY_END =
      Comparator.comparing(Period::end).thenComparing(Period::start).thenComparing(Period::type);

  private final PeriodCalendar calendar;
  private final PeriodRule rule;
  private final Limits limits;
  private final Optional<PeriodType> collected;
  private final List<Period> data;

  /**
   * Dates outside of which data periods do not count.
   *
   * @param from they must not begin before
   * @param to they must not end after
   */
  public record Limits(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** No limits. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    boolean allow(Period period) {
      return from.map(date -> !period.start().isBefore(date)).orElse(true)
          && to.map(date -> !period.end().isAfter(date)).orElse(true);
    }
  }

  /**
   * @param calendar what the periods are of
   * @param rule how periods count
   * @param limits outside of which none does
   * @param collected the type of periods for which the data are collected; empty if they are in no
   *     data set, so that it is seen from the data
   * @param dataPeriods the keys of the periods that there are data for
   */
  public Windows(
      PeriodCalendar calendar,
      PeriodRule rule,
      Limits limits,
      Optional<PeriodType> collected,
      int[] dataPeriods) {
    this.calendar = calendar;
    this.rule = rule;
    this.limits = limits;
    this.collected = collected;
    this.data = new ArrayList<>(dataPeriods.length);
    for (int key : dataPeriods) {
      Period period = calendar.ofKey(key);
      if (limits.allow(period)) {
        data.add(period);
      }
    }
    data.sort(BY_END);
  }

  /** The window of each column. */
  public List<Window> of(List<? extends TimeColumn> columns) {
    RolledUp rolledUp = new RolledUp();
    return columns.stream().map(column -> window(column, rolledUp)).toList();
  }

  private Window window(TimeColumn column, RolledUp rolledUp) {
    List<Span> spans =
        switch (rule) {
          case UP_TO_END -> between(column.end().minusYears(LOOK_BACK_YEARS), column.end());
          case BETWEEN_DATES -> between(column.start(), column.end());
          case WITHIN, AVERAGED, AVERAGED_BY_DAYS, AVERAGED_IN_DAYS ->
              switch (column) {
                case TimeColumn.Dates dates -> withDays(dates);
                case TimeColumn.Periods periods -> within(periods, rolledUp);
              };
        };
    return new Window(spans);
  }

  private List<Span> between(LocalDate from, LocalDate to) {
    List<Span> spans = new ArrayList<>();
    for (Period period : data) {
      if (!period.start().isBefore(from) && !period.end().isAfter(to)) {
        spans.add(new Span(period.key(), 1));
      }
    }
    return spans;
  }

  private List<Span> withDays(TimeColumn.Dates dates) {
    return between(dates.start(), dates.end()).stream()
        .map(span -> new Span(span.period(), weight(calendar.ofKey(span.period()), dates)))
        .toList();
  }

  private List<Span> within(TimeColumn.Periods column, RolledUp rolledUp) {
    if (column.periods().size() == 1) {
      return spans(column, column.periods().getFirst(), rolledUp);
    }
    Map<Integer, Double> weights = new HashMap<>();
    for (Period period : column.periods()) {
      for (Span span : spans(column, period, rolledUp)) {
        weights.merge(span.period(), span.weight(), this::together);
      }
    }
    return weights.entrySet().stream()
        .map(entry -> new Span(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(span -> calendar.ofKey(span.period()), BY_END))
        .toList();
  }

  /** A data period that counts in several periods of a filter counts once in a sum. */
  private double together(double one, double other) {
    return rule == PeriodRule.AVERAGED_BY_DAYS ? one + other : Math.max(one, other);
  }

  private List<Span> spans(TimeColumn.Periods column, Period asked, RolledUp rolledUp) {
    List<Period> shorter = rolledUp.of(asked);
    if (spreads(asked, shorter)) {
      return spread(column, asked);
    }
    return shorter.stream().map(period -> new Span(period.key(), weight(period, column))).toList();
  }

  private double weight(Period period, TimeColumn column) {
    return switch (rule) {
      case AVERAGED_BY_DAYS -> period.daysInPeriod() / (double) column.days();
      case AVERAGED_IN_DAYS -> period.daysInPeriod();
      case WITHIN, AVERAGED, UP_TO_END, BETWEEN_DATES -> 1;
    };
  }

  private boolean spreads(Period asked, List<Period> shorter) {
    return rule.spreads()
        && collected.map(type -> !type.rollsUpTo(asked.type())).orElse(shorter.isEmpty());
  }

  private List<Span> spread(TimeColumn.Periods column, Period asked) {
    double weight = weight(asked, column);
    List<Span> spans = new ArrayList<>();
    for (Period period : data) {
      if (!period.type().rollsUpTo(asked.type())) {
        double overlap = Overlap.of(period, asked);
        if (overlap > 0) {
          spans.add(new Span(period.key(), overlap * weight));
        }
      }
    }
    return spans;
  }

  /** Data periods by the asked period that they roll up to, for each type once. */
  private final class RolledUp {
    private final Set<PeriodType> done = EnumSet.noneOf(PeriodType.class);
    private final Map<Integer, List<Period>> periods = new HashMap<>();

    List<Period> of(Period asked) {
      if (done.add(asked.type())) {
        for (Period period : data) {
          period
              .rollUp(asked.type())
              .ifPresent(
                  to -> periods.computeIfAbsent(to.key(), k -> new ArrayList<>()).add(period));
        }
      }
      return periods.getOrDefault(asked.key(), List.of());
    }
  }
}
