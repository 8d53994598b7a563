package org.kituo.model.period;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A calendar by which a country counts its periods, as the setting {@code keyCalendar} names it.
 * Identifiers and names of periods are in its years and months; their first and last days are ISO
 * dates, and so are the keys by which they are stored, whatever the calendar.
 */
public enum PeriodCalendar {
  ISO8601(new GregorianReckoning(0), Months.ENGLISH),
  GREGORIAN(new GregorianReckoning(0), Months.ENGLISH),
  ETHIOPIAN(ComputedReckoning.alexandrian(2_796), Months.ETHIOPIAN),
  COPTIC(ComputedReckoning.alexandrian(103_605), Months.COPTIC),
  ISLAMIC(ComputedReckoning.islamic(), Months.ISLAMIC),
  JULIAN(ComputedReckoning.julian(), Months.ENGLISH),
  NEPALI(ComputedReckoning.nepali(), Months.NEPALI),
  THAI(new GregorianReckoning(543), Months.ENGLISH),
  PERSIAN(ComputedReckoning.persian(), Months.PERSIAN);

  /**
   * The least key of periods that depend on the calendar. Days and weeks have lower ones: they
   * begin on the same days in all calendars.
   */
  public static final int FIRST_CUT = PeriodType.BI_WEEKLY.code() << Period.DAY_BITS;

  private static final Map<String, PeriodCalendar> BY_NAME =
      Arrays.stream(values()).collect(toUnmodifiableMap(PeriodCalendar::id, Function.identity()));

  private final String id;
  private final Reckoning reckoning;
  private final List<String> months;
  private final Cycle[] cycles;

  PeriodCalendar(Reckoning reckoning, String months) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.reckoning = reckoning;
    this.months = List.of(months.split(","));
    this.cycles =
        Arrays.stream(PeriodType.values()).map(type -> type.cycle(reckoning)).toArray(Cycle[]::new);
  }

  /** The calendar that the setting names, if there is one. */
  public static Optional<PeriodCalendar> named(String id) {
    return Optional.ofNullable(BY_NAME.get(id));
  }

  /** The names of all calendars. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(PeriodCalendar::id).toList();
  }

  /** Its name in the setting {@code keyCalendar}: "iso8601". */
  public String id() {
    return id;
  }

  Cycle cycle(PeriodType type) {
    return cycles[type.ordinal()];
  }

  Reckoning reckoning() {
    return reckoning;
  }

  /** English name of the month of a day. */
  String month(LocalDate date) {
    return months.get(reckoning.month(date) - 1);
  }

  boolean hasEnglishMonths() {
    return months.getFirst().equals("January");
  }

  boolean isYear(int year) {
    return year >= reckoning.firstYear() && year <= reckoning.lastYear();
  }

  /**
   * Whether the months and years of this calendar and another begin on the same days, so that what
   * is stored by one can be read by the other.
   */
  public boolean cutsLike(PeriodCalendar other) {
    return shape() == other.shape();
  }

  private PeriodCalendar shape() {
    return switch (this) {
      case ISO8601, GREGORIAN, THAI -> ISO8601;
      case ETHIOPIAN, COPTIC -> ETHIOPIAN;
      case ISLAMIC, JULIAN, NEPALI, PERSIAN -> this;
    };
  }

  /** The year of a day. */
  public int year(LocalDate date) {
    return reckoning.year(date);
  }

  /** How many months of the calendar are from one first day of a month to another. */
  public int monthsBetween(LocalDate from, LocalDate to) {
    return reckoning.monthIndex(to) - reckoning.monthIndex(from);
  }

  /** The same day so many years later, or the last one of its month where that is shorter. */
  public LocalDate plusYears(LocalDate date, int years) {
    return reckoning.plusYears(date, years);
  }

  /**
   * The period of an identifier. Besides the canonical form ({@link Period#iso()}) takes dates with
   * dashes ("2024-01-31", "2024-01"), week numbers with a leading zero ("2024W05"), and the form of
   * ISO 8601, "2024-01-01/P3M", whose day is an ISO date. Letters count as written.
   *
   * @throws InvalidPeriodException if the text is no period; its message tells the sender why
   */
  public Period parse(String text) {
    return PeriodSyntax.parse(this, text);
  }

  /**
   * The period of a {@link Period#key()}: of its type, that which the day of the key belongs to.
   *
   * @throws IllegalArgumentException if it is no period's key
   */
  public Period ofKey(int key) {
    return containing(PeriodType.ofCode(Period.code(key)), Period.day(key));
  }

  /**
   * The period of a type that a date belongs to.
   *
   * @throws IllegalArgumentException if its year is not one of the calendar's
   */
  public Period containing(PeriodType type, LocalDate date) {
    return Period.startingAt(this, type, cycle(type).startOf(date));
  }

  /**
   * The period with this number (from 1) in the labelled year, if there is one: for Monthly the 5th
   * of 2024 is 202405, for Quarterly there is no 5th.
   */
  public Optional<Period> numbered(PeriodType type, int year, int number) {
    Cycle cycle = cycle(type);
    boolean exists = isYear(year) && number >= 1 && number <= cycle.periodsIn(year);
    return exists
        ? Optional.of(Period.startingAt(this, type, cycle.start(year, number)))
        : Optional.empty();
  }

  /** All periods of a type that are labelled with a year of the calendar, ascending. */
  public List<Period> periodsOfYear(PeriodType type, int year) {
    Cycle cycle = cycle(type);
    int count = cycle.periodsIn(year);
    List<Period> periods = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      periods.add(Period.startingAt(this, type, cycle.start(year, number)));
    }
    return List.copyOf(periods);
  }

  /**
   * The periods of a type that lie wholly between two dates (inclusive), ascending; none if the
   * dates are reversed.
   */
  public List<Period> periodsWithin(PeriodType type, LocalDate from, LocalDate to) {
    return periodsOverlapping(type, from, to).stream()
        .filter(period -> !period.start().isBefore(from) && !period.end().isAfter(to))
        .toList();
  }

  /**
   * The periods of a type that share a day with the dates from-to (inclusive), ascending; none if
   * the dates are reversed.
   */
  public List<Period> periodsOverlapping(PeriodType type, LocalDate from, LocalDate to) {
    Cycle cycle = cycle(type);
    LocalDate start = cycle.startOf(from);
    LocalDate before = cycle.plus(start, -1);
    // only a 27th bi-week reaches into its successor
    if (!cycle.endOf(before).isBefore(from)) {
      start = before;
    }
    List<Period> periods = new ArrayList<>();
    while (!from.isAfter(to) && !start.isAfter(to)) {
      Period.ifInRange(this, type, start).ifPresent(periods::add);
      start = cycle.plus(start, 1);
    }
    return List.copyOf(periods);
  }

  /**
   * English names of months, those of the Unicode Common Locale Data Repository where it has any.
   */
  private static final class Months {
    static final String ENGLISH =
        "January,February,March,April,May,June,July,August,September,October,November,December";
    static final String ETHIOPIAN =
        "Meskerem,Tekemt,Hedar,Tahsas,Ter,Yekatit,Megabit,Miazia,Genbot,Sene,Hamle,Nehasse,Pagumen";
    static final String COPTIC =
        "Tout,Baba,Hator,Kiahk,Toba,Amshir,Baramhat,Baramouda,Bashans,Paona,Epep,Mesra,Nasie";
    static final String ISLAMIC =
        "Muharram,Safar,Rabiʻ I,Rabiʻ II,Jumada I,Jumada II,Rajab,Shaʻban,Ramadan,Shawwal,"
            + "Dhuʻl-Qiʻdah,Dhuʻl-Hijjah";
    static final String NEPALI =
        "Baisakh,Jestha,Ashadh,Shrawan,Bhadra,Ashwin,Kartik,Mangsir,Poush,Magh,Falgun,Chaitra";
    static final String PERSIAN =
        "Farvardin,Ordibehesht,Khordad,Tir,Mordad,Shahrivar,Mehr,Aban,Azar,Dey,Bahman,Esfand";
  }
}
