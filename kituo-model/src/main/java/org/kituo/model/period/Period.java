package org.kituo.model.period;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One period of a fixed type, from its first to its last day. Ordered by start, then end, then type
 * code.
 *
 * @param type its type
 * @param start first day
 * @param end last day, inclusive
 */
public record Period(PeriodType type, LocalDate start, LocalDate end)
    implements Comparable<Period> {

  private static final int MIN_YEAR = 1;
  private static final int MAX_YEAR = 9999;

  private static final int DAY_BITS = 23;
  private static final int DAY_MASK = (1 << DAY_BITS) - 1;

  /** Makes the days of all years from 1 on positive; 1 January 1970 is 2^20. */
  private static final int DAY_OFFSET = 1 << 20;

  private static final Comparator<Period> ORDER =
      comparing(Period::start)
          .thenComparing(Period::end)
          .thenComparingInt(period -> period.type.code());

  /**
   * @throws IllegalArgumentException if the type has no period from start to end, or its year is
   *     not 1 to 9999
   */
  public Period {
    Cycle cycle = type.cycle();
    if (!cycle.startOf(start).equals(start) || !cycle.endOf(start).equals(end)) {
      throw new IllegalArgumentException(
          "No " + type.apiName() + " period goes from " + start + " to " + end);
    }
    if (!isYear(cycle.year(start))) {
      throw new IllegalArgumentException(
          "Periods have years of 1 to 9999, not " + cycle.year(start));
    }
  }

  static Period startingAt(PeriodType type, LocalDate start) {
    return new Period(type, start, type.cycle().endOf(start));
  }

  /** The period with this first day; empty if its labelled year is not 1 to 9999. */
  static Optional<Period> ifInRange(PeriodType type, LocalDate start) {
    return isYear(type.cycle().year(start))
        ? Optional.of(startingAt(type, start))
        : Optional.empty();
  }

  static boolean isYear(int year) {
    return year >= MIN_YEAR && year <= MAX_YEAR;
  }

  /**
   * The period of an identifier. Besides the canonical form ({@link #iso()}) takes dates with
   * dashes ("2024-01-31", "2024-01") and week numbers with a leading zero ("2024W05"). Letters
   * count as written.
   *
   * @throws InvalidPeriodException if the text is no period; its message tells the sender why
   */
  public static Period parse(String text) {
    return PeriodSyntax.parse(text);
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

  /**
   * The period of a {@link #key()}.
   *
   * @throws IllegalArgumentException if it is no period's key
   */
  public static Period ofKey(int key) {
    PeriodType type = PeriodType.ofCode(key >>> DAY_BITS);
    return startingAt(type, LocalDate.ofEpochDay((key & DAY_MASK) - DAY_OFFSET));
  }

  /**
   * The labelled year, that of the identifier: 2019 for 2019W1, although it starts on 31 December
   * 2018.
   */
  public int year() {
    return type.cycle().year(start);
  }

  /**
   * The number within the labelled year, from 1: month, week, quarter, ...; for days the day of the
   * year.
   */
  public int number() {
    return type.cycle().number(start);
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
   * @throws IllegalArgumentException if its year is not 1 to 9999
   */
  public Period plus(int count) {
    return startingAt(type, type.cycle().plus(start, count));
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
        ? ifInRange(target, target.cycle().startOf(rollUpDate()))
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
    // up to the next start, not to the end: the last week of a 27th bi-week counts in its successor
    LocalDate nextStart = type.cycle().plus(start, 1);
    List<Period> sources = new ArrayList<>();
    for (LocalDate date = source.cycle().startOf(start);
        date.isBefore(nextStart);
        date = source.cycle().plus(date, 1)) {
      LocalDate counted = source.rollUpDate(date);
      if (!counted.isBefore(start) && counted.isBefore(nextStart)) {
        ifInRange(source, date).ifPresent(sources::add);
      }
    }
    return List.copyOf(sources);
  }

  /**
   * English name, as in the metadata of analytics: "January 2024", "Week 5 - 2024-01-29 -
   * 2024-02-04".
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

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return iso();
  }
}
