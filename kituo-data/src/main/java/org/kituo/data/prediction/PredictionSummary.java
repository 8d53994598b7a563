package org.kituo.data.prediction;

/**
 * What a run of predictors did.
 *
 * @param predictors how many predictors ran
 * @param inserted predictions of figures that were not there
 * @param updated predictions that replaced another value
 * @param deleted earlier predictions that no longer follow
 * @param unchanged predictions that were there already
 */
public record PredictionSummary(
    int predictors, int inserted, int updated, int deleted, int unchanged) {
  /** Nothing done yet. */
  public static final PredictionSummary NONE = new PredictionSummary(0, 0, 0, 0, 0);

  /** This and another run. */
  public PredictionSummary and(PredictionSummary other) {
    return new PredictionSummary(
        predictors + other.predictors,
        inserted + other.inserted,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged);
  }

  /** How many predictions were made. */
  public int predictions() {
    return inserted + updated + unchanged;
  }
}
