package org.kituo.analytics.query;

import org.kituo.model.period.RelativePeriodSettings;

/**
 * The system settings that answers depend on.
 *
 * @param periods what relative periods of weeks and financial years are
 * @param includeZeros whether zeros that are significant to their data element are kept
 * @param maxRows how many rows an answer may have; 0 for any number
 */
public record AnalyticsSettings(RelativePeriodSettings periods, boolean includeZeros, int maxRows) {
  /** The settings that a new system has. */
  public static final AnalyticsSettings DEFAULT =
      new AnalyticsSettings(RelativePeriodSettings.DEFAULT, false, 100_000);
}
