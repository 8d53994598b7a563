package org.kituo.model.expression;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All modifiers in effect for an item: those behind it and those behind the parentheses around it.
 *
 * @param periodOffset sum of the offsets, 0 when there are none
 */
public record Modifiers(
    Optional<String> aggregationType,
    int periodOffset,
    boolean yearToDate,
    Optional<LocalDate> minDate,
    Optional<LocalDate> maxDate) {

  /** No modifier. */
  public static final Modifiers NONE =
      new Modifiers(Optional.empty(), 0, false, Optional.empty(), Optional.empty());

  /** These modifiers and one nearer to the item, which wins; only offsets add up. */
  Modifiers with(Modifier inner) {
    return switch (inner) {
      case Modifier.AggregationType(String name) ->
          new Modifiers(Optional.of(name), periodOffset, yearToDate, minDate, maxDate);
      case Modifier.PeriodOffset(int periods) ->
          new Modifiers(aggregationType, periodOffset + periods, yearToDate, minDate, maxDate);
      case Modifier.StageOffset offset -> this;
      case Modifier.YearToDate() ->
          new Modifiers(aggregationType, periodOffset, true, minDate, maxDate);
      case Modifier.MinDate(LocalDate date) ->
          new Modifiers(aggregationType, periodOffset, yearToDate, Optional.of(date), maxDate);
      case Modifier.MaxDate(LocalDate date) ->
          new Modifiers(aggregationType, periodOffset, yearToDate, minDate, Optional.of(date));
    };
  }

  /** These modifiers of an item in an expression that other modifiers are in effect for. */
  public Modifiers within(Modifiers outer) {
    return new Modifiers(
        aggregationType.or(outer::aggregationType),
        periodOffset + outer.periodOffset,
        yearToDate || outer.yearToDate,
        minDate.or(outer::minDate),
        maxDate.or(outer::maxDate));
  }
}
