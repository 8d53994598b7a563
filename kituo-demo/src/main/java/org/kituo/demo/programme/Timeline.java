package org.kituo.demo.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of the figures: whole months, numbered from 0.
 *
 * @param until the last month
 */
public record Timeline(int months, YearMonth until) {

  /**
   * A period of a report.
   *
   * @param iso the period's identifier in the Web API
   * @param firstMonth number of the month in which it begins; negative before the first month
   * @param lastMonth number of the month in which it ends; above the last month in a running year
   * @param middle its middle in months since month 0
   * @param length its length in months
   */
  public record Span(
      String iso, LocalDate start, int firstMonth, int lastMonth, double middle, double length) {}

  private static final double DAYS_PER_MONTH = 365.25 / 12;

  /** The first month. */
  public YearMonth from() {
    return until.minusMonths(months - 1L);
  }

  /** The month with this number. */
  public YearMonth month(int number) {
    return from().plusMonths(number);
  }

  /**
   * The periods of a frequency. Weeks (Monday to Sunday), months and quarters lie wholly within the
   * time; years are all that it touches, since yearly figures are known at the year's beginning.
   */
  public List<Span> spans(Frequency frequency) {
    return switch (frequency) {
      case WEEKLY -> weeks();
      case MONTHLY -> everyMonth();
      case QUARTERLY -> quarters();
      case YEARLY -> years();
    };
  }

  private List<Span> weeks() {
    LocalDate monday = from().atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    List<Span> spans = new ArrayList<>();
    for (; !monday.plusDays(6).isAfter(until.atEndOfMonth()); monday = monday.plusWeeks(1)) {
      String iso =
          monday.get(IsoFields.WEEK_BASED_YEAR)
              + "W"
              + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      spans.add(span(iso, monday, monday.plusDays(6)));
    }
    return spans;
  }

  private List<Span> everyMonth() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      YearMonth m = month(i);
      String iso = "%04d%02d".formatted(m.getYear(), m.getMonthValue());
      spans.add(span(iso, m.atDay(1), m.atEndOfMonth()));
    }
    return spans;
  }

  private List<Span> quarters() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i + 2 < months; i++) {
      YearMonth m = month(i);
      if (m.getMonthValue() % 3 == 1) {
        String iso = m.getYear() + "Q" + (m.getMonthValue() + 2) / 3;
        spans.add(span(iso, m.atDay(1), m.plusMonths(2).atEndOfMonth()));
      }
    }
    return spans;
  }

  private List<Span> years() {
    List<Span> spans = new ArrayList<>();
    for (int y = from().getYear(); y <= until.getYear(); y++) {
      spans.add(span(Integer.toString(y), LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)));
    }
    return spans;
  }

  private Span span(String iso, LocalDate start, LocalDate end) {
    LocalDate zero = from().atDay(1);
    double startMonths = (start.toEpochDay() - zero.toEpochDay()) / DAYS_PER_MONTH;
    double endMonths = (end.toEpochDay() + 1 - zero.toEpochDay()) / DAYS_PER_MONTH;
    return new Span(
        iso,
        start,
        number(YearMonth.from(start)),
        number(YearMonth.from(end)),
        (startMonths + endMonths) / 2,
        endMonths - startMonths);
  }

  private int number(YearMonth month) {
    return (month.getYear() - from().getYear()) * 12
        + month.getMonthValue()
        - from().getMonthValue();
  }
}
