package org.kituo.model.period;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fixed period types, from the most to the least frequent. The constants' own names
 * (SIX_MONTHLY_NOV) are the form that some endpoints use; metadata stores {@link #apiName()}
 * ("SixMonthlyNov").
 */
public enum PeriodType {
  DAILY(1, "Daily", "Daily", "P1D", "yyyyMMdd", 1, new DayCycle()),
  WEEKLY(10, "Weekly", "Weekly", "yyyyWn", MONDAY),
  WEEKLY_WEDNESDAY(11, "WeeklyWednesday", "Weekly Wednesday", "yyyyWedWn", WEDNESDAY),
  WEEKLY_THURSDAY(12, "WeeklyThursday", "Weekly Thursday", "yyyyThuWn", THURSDAY),
  WEEKLY_FRIDAY(13, "WeeklyFriday", "WeeklyFriday", "yyyyFriWn", FRIDAY),
  WEEKLY_SATURDAY(14, "WeeklySaturday", "Weekly Saturday", "yyyySatWn", SATURDAY),
  WEEKLY_SUNDAY(15, "WeeklySunday", "Weekly Sunday", "yyyySunWn", SUNDAY),
  BI_WEEKLY(20, "BiWeekly", "Bi-weekly", "P14D", "yyyyBiWn", 14, new BiWeekCycle()),
  MONTHLY(30, "Monthly", "Monthly", "P1M", "yyyyMM", 30, new MonthCycle(1, 0)),
  BI_MONTHLY(40, "BiMonthly", "Bi-monthly", "P2M", "yyyyMMB", 61, new MonthCycle(2, 0)),
  QUARTERLY(50, "Quarterly", "Quarterly", "P3M", "yyyyQn", 91, new MonthCycle(3, 0)),
  QUARTERLY_NOV(
      51, "QuarterlyNov", "Quarterly November", "P3M", "yyyyNovQn", 91, new MonthCycle(3, -2)),
  SIX_MONTHLY(60, "SixMonthly", "Six-monthly", "P6M", "yyyySn", 182, new MonthCycle(6, 0)),
  SIX_MONTHLY_APRIL(
      61, "SixMonthlyApril", "Six-monthly April", "P6M", "yyyyAprilSn", 182, new MonthCycle(6, 3)),
  SIX_MONTHLY_NOV(
      62, "SixMonthlyNov", "Six-monthly November", "P6M", "yyyyNovSn", 182, new MonthCycle(6, -2)),
  YEARLY(70, "Yearly", "Yearly", "yyyy", 0),
  FINANCIAL_FEB(71, "FinancialFeb", "Financial February", "yyyyFeb", 1),
  FINANCIAL_APRIL(72, "FinancialApril", "Financial April", "yyyyApril", 3),
  FINANCIAL_JULY(73, "FinancialJuly", "Financial July", "yyyyJuly", 6),
  FINANCIAL_AUG(74, "FinancialAug", "Financial August", "yyyyAug", 7),
  FINANCIAL_SEP(75, "FinancialSep", "FinancialSep", "yyyySep", 8),
  FINANCIAL_OCT(76, "FinancialOct", "Financial October", "yyyyOct", 9),
  FINANCIAL_NOV(77, "FinancialNov", "Financial November", "yyyyNov", -2);

  private static final Map<String, PeriodType> BY_API_NAME = index(PeriodType::apiName);
  private static final Map<String, PeriodType> BY_CONSTANT = index(PeriodType::name);
  private static final @Nullable PeriodType[] BY_CODE = byCode();

  private final int code;
  private final String apiName;
  private final String displayName;
  private final String isoDuration;
  private final String isoFormat;
  private final int frequencyOrder;
  private final Cycle cycle;

  PeriodType(
      int code,
      String apiName,
      String displayName,
      String isoDuration,
      String isoFormat,
      int frequencyOrder,
      Cycle cycle) {
    this.code = code;
    this.apiName = apiName;
    this.displayName = displayName;
    this.isoDuration = isoDuration;
    this.isoFormat = isoFormat;
    this.frequencyOrder = frequencyOrder;
    this.cycle = cycle;
  }

  /** A weekly type. */
  PeriodType(int code, String apiName, String displayName, String isoFormat, DayOfWeek day) {
    this(code, apiName, displayName, "P7D", isoFormat, 7, new WeekCycle(day));
  }

  /** A yearly type that starts {@code monthOffset} months after January of the labelled year. */
  PeriodType(int code, String apiName, String displayName, String isoFormat, int monthOffset) {
    this(code, apiName, displayName, "P1Y", isoFormat, 365, new MonthCycle(12, monthOffset));
  }

  /** The type with this name as metadata has it ("FinancialApril"), letter case counting. */
  public static Optional<PeriodType> ofApiName(String apiName) {
    return Optional.ofNullable(BY_API_NAME.get(apiName));
  }

  /** The type of this constant form ("FINANCIAL_APRIL"). */
  public static Optional<PeriodType> ofConstant(String constant) {
    return Optional.ofNullable(BY_CONSTANT.get(constant));
  }

  /**
   * The type of a {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PeriodType ofCode(int code) {
    PeriodType type = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    if (type == null) {
      throw new IllegalArgumentException("No period type has the code " + code);
    }
    return type;
  }

  /**
   * Number of the type in {@link Period#key()}, 1 to 255. Stored on disk: never changed, never
   * given to another.
   */
  public int code() {
    return code;
  }

  /** Name in metadata and on the wire, "FinancialApril". */
  public String apiName() {
    return apiName;
  }

  /** Name for people, in English, as /api/periodTypes has it. */
  public String displayName() {
    return displayName;
  }

  /** ISO 8601 duration, "P3M". */
  public String isoDuration() {
    return isoDuration;
  }

  /** Pattern of the identifiers, "yyyyQn". */
  public String isoFormat() {
    return isoFormat;
  }

  /** Nominal length in days, by which types are ordered and roll up. */
  public int frequencyOrder() {
    return frequencyOrder;
  }

  Cycle cycle() {
    return cycle;
  }

  /** Whether this is Weekly or one of its variants with another first day. */
  public boolean isWeekly() {
    return cycle instanceof WeekCycle;
  }

  /**
   * Whether data of this type count in periods of the target type: the type itself, and all of a
   * strictly higher frequency order. Types of equal order (Yearly, FinancialApril) never count in
   * each other.
   */
  public boolean rollsUpTo(PeriodType target) {
    return this == target || frequencyOrder < target.frequencyOrder;
  }

  /**
   * The period of this type that a date belongs to.
   *
   * @throws IllegalArgumentException if its year is not 1 to 9999
   */
  public Period containing(LocalDate date) {
    return Period.startingAt(this, cycle.startOf(date));
  }

  /**
   * The period with this number (from 1) in the labelled year, if there is one: for Monthly the 5th
   * of 2024 is 202405, for Quarterly there is no 5th.
   */
  public Optional<Period> numbered(int year, int number) {
    boolean exists = Period.isYear(year) && number >= 1 && number <= cycle.periodsIn(year);
    return exists
        ? Optional.of(Period.startingAt(this, cycle.start(year, number)))
        : Optional.empty();
  }

  /** All periods labelled with a year (1 to 9999), ascending. */
  public List<Period> periodsOfYear(int year) {
    int count = cycle.periodsIn(year);
    List<Period> periods = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      periods.add(Period.startingAt(this, cycle.start(year, number)));
    }
    return List.copyOf(periods);
  }

  /**
   * The periods that lie wholly between two dates (inclusive), ascending; none if the dates are
   * reversed.
   */
  public List<Period> periodsWithin(LocalDate from, LocalDate to) {
    return periodsOverlapping(from, to).stream()
        .filter(period -> !period.start().isBefore(from) && !period.end().isAfter(to))
        .toList();
  }

  /**
   * The periods that share a day with the dates from-to (inclusive), ascending; none if the dates
   * are reversed.
   */
  public List<Period> periodsOverlapping(LocalDate from, LocalDate to) {
    LocalDate start = cycle.startOf(from);
    LocalDate before = cycle.plus(start, -1);
    // only a 27th bi-week reaches into its successor
    if (!cycle.endOf(before).isBefore(from)) {
      start = before;
    }
    List<Period> periods = new ArrayList<>();
    while (!from.isAfter(to) && !start.isAfter(to)) {
      Period.ifInRange(this, start).ifPresent(periods::add);
      start = cycle.plus(start, 1);
    }
    return List.copyOf(periods);
  }

  /** See {@link Period#rollUpDate()}. */
  LocalDate rollUpDate(LocalDate start) {
    return isWeekly() ? start.plusDays(WeekCycle.DAYS_TO_MIDDLE) : start;
  }

  private static Map<String, PeriodType> index(Function<PeriodType, String> name) {
    return Arrays.stream(values()).collect(toUnmodifiableMap(name, Function.identity()));
  }

  private static @Nullable PeriodType[] byCode() {
    @Nullable PeriodType[] types = new PeriodType[256];
    for (PeriodType type : values()) {
      types[type.code] = type;
    }
    return types;
  }
}
