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
import java.util.Arrays;
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
  DAILY(1, "Daily", "Daily", "P1D", "yyyyMMdd", 1, DayCycle::new),
  WEEKLY(10, "Weekly", "Weekly", "yyyyWn", MONDAY),
  WEEKLY_WEDNESDAY(11, "WeeklyWednesday", "Weekly Wednesday", "yyyyWedWn", WEDNESDAY),
  WEEKLY_THURSDAY(12, "WeeklyThursday", "Weekly Thursday", "yyyyThuWn", THURSDAY),
  WEEKLY_FRIDAY(13, "WeeklyFriday", "WeeklyFriday", "yyyyFriWn", FRIDAY),
  WEEKLY_SATURDAY(14, "WeeklySaturday", "Weekly Saturday", "yyyySatWn", SATURDAY),
  WEEKLY_SUNDAY(15, "WeeklySunday", "Weekly Sunday", "yyyySunWn", SUNDAY),
  BI_WEEKLY(20, "BiWeekly", "Bi-weekly", "P14D", "yyyyBiWn", 14, BiWeekCycle::new),
  MONTHLY(30, "Monthly", "Monthly", "P1M", "yyyyMM", 30, months(1, 0)),
  BI_MONTHLY(40, "BiMonthly", "Bi-monthly", "P2M", "yyyyMMB", 61, months(2, 0)),
  QUARTERLY(50, "Quarterly", "Quarterly", "P3M", "yyyyQn", 91, months(3, 0)),
  QUARTERLY_NOV(51, "QuarterlyNov", "Quarterly November", "P3M", "yyyyNovQn", 91, months(3, -2)),
  SIX_MONTHLY(60, "SixMonthly", "Six-monthly", "P6M", "yyyySn", 182, months(6, 0)),
  SIX_MONTHLY_APRIL(
      61, "SixMonthlyApril", "Six-monthly April", "P6M", "yyyyAprilSn", 182, months(6, 3)),
  SIX_MONTHLY_NOV(
      62, "SixMonthlyNov", "Six-monthly November", "P6M", "yyyyNovSn", 182, months(6, -2)),
  YEARLY(70, "Yearly", "Yearly", "yyyy", 0),
  FINANCIAL_FEB(71, "FinancialFeb", "Financial February", "yyyyFeb", 1),
  FINANCIAL_APRIL(72, "FinancialApril", "Financial April", "yyyyApril", 3),
  FINANCIAL_JULY(73, "FinancialJuly", "Financial July", "yyyyJuly", 6),
  FINANCIAL_AUG(74, "FinancialAug", "Financial August", "yyyyAug", 7),
  FINANCIAL_SEP(75, "FinancialSep", "FinancialSep", "yyyySep", 8),
  FINANCIAL_OCT(76, "FinancialOct", "Financial October", "yyyyOct", 9),
  FINANCIAL_NOV(77, "FinancialNov", "Financial November", "yyyyNov", -2);

  private static final int DAYS_IN_WEEK = 7;
  private static final Map<String, PeriodType> BY_API_NAME = index(PeriodType::apiName);
  private static final Map<String, PeriodType> BY_CONSTANT = index(PeriodType::name);
  private static final @Nullable PeriodType[] BY_CODE = byCode();

  private final int code;
  private final String apiName;
  private final String displayName;
  private final String isoDuration;
  private final String isoFormat;
  private final int frequencyOrder;
  private final Function<Reckoning, Cycle> cycle;

  PeriodType(
      int code,
      String apiName,
      String displayName,
      String isoDuration,
      String isoFormat,
      int frequencyOrder,
      Function<Reckoning, Cycle> cycle) {
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
    this(
        code,
        apiName,
        displayName,
        "P7D",
        isoFormat,
        7,
        reckoning -> new WeekCycle(reckoning, day));
  }

  /** A yearly type that starts {@code monthOffset} months after January of the labelled year. */
  PeriodType(int code, String apiName, String displayName, String isoFormat, int monthOffset) {
    this(code, apiName, displayName, "P1Y", isoFormat, 365, months(12, monthOffset));
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

  /** How this type cuts the time line in a calendar. */
  Cycle cycle(Reckoning reckoning) {
    return cycle.apply(reckoning);
  }

  /** Whether this is Weekly or one of its variants with another first day. */
  public boolean isWeekly() {
    return frequencyOrder == DAYS_IN_WEEK;
  }

  /**
   * Whether data of this type count in periods of the target type: the type itself, and all of a
   * strictly higher frequency order. Types of equal order (Yearly, FinancialApril) never count in
   * each other.
   */
  public boolean rollsUpTo(PeriodType target) {
    return this == target || frequencyOrder < target.frequencyOrder;
  }

  /** See {@link Period#rollUpDate()}. */
  LocalDate rollUpDate(LocalDate start) {
    return isWeekly() ? start.plusDays(WeekCycle.DAYS_TO_MIDDLE) : start;
  }

  private static Function<Reckoning, Cycle> months(int months, int offset) {
    return reckoning -> new MonthCycle(reckoning, months, offset);
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
