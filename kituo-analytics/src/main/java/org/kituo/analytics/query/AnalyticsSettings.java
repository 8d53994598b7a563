package org.kituo.analytics.query;

import java.util.Optional;
import org.kituo.model.period.RelativePeriodSettings;

/**
 * The system settings that answers depend on.
 *
 * @param periods what relative periods of weeks and financial years are
 * @param includeZeros whether zeros that are significant to their data element are kept
 * @param approvedFromYear from which year on figures must be approved; empty if they need not be
 * @param maxRows how many rows an answer may have; 0 for any number
 */
public record AnalyticsSettings(
    RelativePeriodSettings periods,
    boolean includeZeros,
    Optional<Integer> approvedFromYear,
    int maxRows) {
  /** The settings that a new system has. */
  public static final AnalyticsSettings DEFAULT =
      new AnalyticsSettings(RelativePeriodSettings.DEFAULT, false, Optional.empty(), 100_000);
}
