package org.kituo.model.period;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system settings that relative periods depend on.
 *
 * @param weeklyStart the weekly type that stands behind THIS_WEEK, LAST_4_WEEKS and so on
 * @param financialYearStart the yearly type behind the keywords of financial years
 */
public record RelativePeriodSettings(PeriodType weeklyStart, PeriodType financialYearStart) {

  private static final Map<String, PeriodType> FINANCIAL_YEAR_STARTS =
      Map.of(
          "FINANCIAL_YEAR_FEBRUARY", PeriodType.FINANCIAL_FEB,
          "FINANCIAL_YEAR_APRIL", PeriodType.FINANCIAL_APRIL,
          "FINANCIAL_YEAR_JULY", PeriodType.FINANCIAL_JULY,
          "FINANCIAL_YEAR_AUGUST", PeriodType.FINANCIAL_AUG,
          "FINANCIAL_YEAR_SEPTEMBER", PeriodType.FINANCIAL_SEP,
          "FINANCIAL_YEAR_OCTOBER", PeriodType.FINANCIAL_OCT);

  /** Weeks from Monday, financial years from October. */
  public static final RelativePeriodSettings DEFAULT =
      new RelativePeriodSettings(PeriodType.WEEKLY, PeriodType.FINANCIAL_OCT);

  /**
   * @throws IllegalArgumentException if a type is none that the setting allows
   */
  public RelativePeriodSettings {
    if (!weeklyStart.isWeekly()) {
      throw new IllegalArgumentException(weeklyStart.apiName() + " is not a weekly type");
    }
    if (!FINANCIAL_YEAR_STARTS.containsValue(financialYearStart)) {
      throw new IllegalArgumentException(
          financialYearStart.apiName() + " is not allowed as start of financial years");
    }
  }

  /** The values of the setting analyticsWeeklyStart. */
  public static List<String> weeklyStarts() {
    return Arrays.stream(PeriodType.values())
        .filter(PeriodType::isWeekly)
        .map(PeriodType::name)
        .toList();
  }

  /** The values of the setting analyticsFinancialYearStart. */
  public static List<String> financialYearStarts() {
    return FINANCIAL_YEAR_STARTS.keySet().stream().sorted().toList();
  }

  /** The type behind a value of the setting analyticsWeeklyStart, "WEEKLY_SUNDAY". */
  public static Optional<PeriodType> weeklyStart(String value) {
    return PeriodType.ofConstant(value).filter(PeriodType::isWeekly);
  }

  /** The type behind a value of the setting analyticsFinancialYearStart, "FINANCIAL_YEAR_APRIL". */
  public static Optional<PeriodType> financialYearStart(String value) {
    return Optional.ofNullable(FINANCIAL_YEAR_STARTS.get(value));
  }
}
