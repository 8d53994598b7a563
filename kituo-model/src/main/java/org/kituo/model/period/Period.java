package org.kituo.model.period;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One period of a fixed type in a calendar, from its first to its last day. Ordered by start, then
 * end, then type code.
 *
 * @param calendar the calendar that it is counted by
 * @param type its type
 * @param start first day
 * @param end last day, inclusive
 */
public record Period(PeriodCalendar calendar, PeriodType type, LocalDate start, LocalDate end)
    implements Comparable<Period> {

  static final int DAY_BITS = 23;
  private static final int DAY_MASK = (1 << DAY_BITS) - 1;

  /** Makes the days of all years from 1 on positive; 1 January 1970 is 2^20. */
  private static final int DAY_OFFSET = 1 << 20;

  private static final Comparator<Period> ORDER =
      comparing(Period::start)
          .thenComparing(Period::end)
          .thenComparingInt(period -> period.type.code());

  /**
   * @throws IllegalArgumentException if the type has no period from start to end, or its year is
   *     none of the calendar's
   */
  public Period {
    Cycle cycle = calendar.cycle(type);
    if (!cycle.startOf(start).equals(start) || !cycle.endOf(start).equals(end)) {
      throw new IllegalArgumentException(
          "No " + type.apiName() + " period goes from " + start + " to " + end);
    }
    if (!calendar.isYear(cycle.year(start))) {
      throw new IllegalArgumentException(years(calendar) + ", not " + cycle.year(start));
    }
  }

  static String years(PeriodCalendar calendar) {
    Reckoning reckoning = calendar.reckoning();
    return "the year must be " + reckoning.firstYear() + " to " + reckoning.lastYear();
  }

  static Period startingAt(PeriodCalendar calendar, PeriodType type, LocalDate start) {
    return new Period(calendar, type, start, calendar.cycle(type).endOf(start));
  }

  /** The period with this first day; empty if its labelled year is none of the calendar's. */
  static Optional<Period> ifInRange(PeriodCalendar calendar, PeriodType type, LocalDate start) {
    return calendar.isYear(calendar.cycle(type).year(start))
        ? Optional.of(startingAt(calendar, type, start))
        : Optional.empty();
  }

  private Cycle cycle() {
    return calendar.cycle(type);
  }

  /** The identifier, in canonical form: "202401", "2024W5", "2024NovQ1". */
  public String iso() {
    return PeriodSyntax.format(this);
  }

  /**
   * A number that stands for the period in storage: bits 23-30 are the type's {@link
   * PeriodType#code()}, bits 0-22 are the start date as days since 1970-01-01 plus 2^20. It is
   * positive; within a type keys ascend with time, and each type's keys are one contiguous range.
   * On disk: this layout does not change.
   */
  public int key() {
    return type.code() << DAY_BITS | (int) (start.toEpochDay() + DAY_OFFSET);
  }

  /** The code of the type in a key. */
  static int code(int key) {
    return key >>> DAY_BITS;
  }

  /** The first day in a key. */
  static LocalDate day(int key) {
    return LocalDate.ofEpochDay((key & DAY_MASK) - DAY_OFFSET);
  }

  /**
   * The labelled year, that of the identifier: 2019 for 2019W1, although it starts on 31 December
   * 2018.
   */
  public int year() {
    return cycle().year(start);
  }

  /**
   * The number within the labelled year, from 1: month, week, quarter, ...; for days the day of the
   * year.
   */
  public int number() {
    return cycle().number(start);
  }

  /** Length in days. */
  public int daysInPeriod() {
    return (int) ChronoUnit.DAYS.between(start, end) + 1;
  }

  /** The period after this one. */
  public Period next() {
    return plus(1);
  }

  /** The period before this one. */
  public Period previous() {
    return plus(-1);
  }

  /**
   * The period that many periods later, or earlier if negative.
   *
   * @throws IllegalArgumentException if its year is none of the calendar's
   */
  public Period plus(int count) {
    return startingAt(calendar, type, cycle().plus(start, count));
  }

  /**
   * The period of the same type that a date belongs to.
   *
   * @throws IllegalArgumentException if its year is none of the calendar's
   */
  public Period at(LocalDate date) {
    return calendar.containing(type, date);
  }

  /**
   * The period of the same type so many years earlier, that the same day of the year belongs to.
   *
   * @throws IllegalArgumentException if its year is none of the calendar's
   */
  public Period yearsBefore(int years) {
    return at(calendar.plusYears(start, -years));
  }

  /**
   * The day that decides in which coarser period (and in which year's partition) this one counts:
   * the first day, but for the weekly types the fourth, so that a week counts where most of its
   * days are.
   */
  public LocalDate rollUpDate() {
    return type.rollUpDate(start);
  }

  /**
   * The period of the target type in which this period's data count; empty if they do not roll up
   * to that type (or at the ends of time).
   */
  public Optional<Period> rollUp(PeriodType target) {
    if (target == type) {
      return Optional.of(this);
    }
    return type.rollsUpTo(target)
        ? ifInRange(calendar, target, calendar.cycle(target).startOf(rollUpDate()))
        : Optional.empty();
  }

  /**
   * The inverse of {@link #rollUp}: all periods of a type whose data count in this one, ascending.
   */
  public List<Period> rolledUpFrom(PeriodType source) {
    if (source == type) {
      return List.of(this);
    }
    if (!source.rollsUpTo(type)) {
      return List.of();
    }
    Cycle finer = calendar.cycle(source);
    // up to the next start, not to the end: the last week of a 27th bi-week counts in its successor
    LocalDate nextStart = cycle().plus(start, 1);
    List<Period> sources = new ArrayList<>();
    for (LocalDate date = finer.startOf(start);
        date.isBefore(nextStart);
        date = finer.plus(date, 1)) {
      LocalDate counted = source.rollUpDate(date);
      if (!counted.isBefore(start) && counted.isBefore(nextStart)) {
        ifInRange(calendar, source, date).ifPresent(sources::add);
      }
    }
    return List.copyOf(sources);
  }

  /**
   * English name in the words of the calendar, as in the metadata of analytics: "January 2024",
   * "Week 5 - 2024-01-29 - 2024-02-04".
   */
  public String displayName() {
    return PeriodNames.displayName(this);
  }

  /**
   * English short name: weeks as "W5 - 2024-01-29 - 2024-02-04", all others as {@link
   * #displayName()}.
   */
  public String displayShortName() {
    return PeriodNames.displayShortName(this);
  }

  /** English name of a span of months in short: "Nov to Jan 2024". */
  public String displaySpan() {
    return PeriodNames.shortSpan(this);
  }

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return iso();
  }
}
