package org.kituo.server.prediction;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kituo.data.prediction.PredictionSummary;
import org.kituo.data.prediction.Predictions;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.PredictorGroup;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.job.JobParameters;
import org.kituo.server.job.RequestJob;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;

/**
 * Runs predictors by a job: those that are named in their order, then those of the groups by name;
 * all where none is named. The days are named, or relative to today.
 */
public final class PredictorJob implements JobWork {
  private final Predictions predictions;
  private final Clock clock;

  /** Over predictions, with today of a clock. */
  public PredictorJob(Predictions predictions, Clock clock) {
    this.predictions = predictions;
    this.clock = clock;
  }

  @Override
  public String run(JobRun run) throws SQLException {
    JobParameters parameters = JobParameters.of(run.job());
    MetadataSnapshot snapshot = predictions.snapshot();
    Actor actor = RequestJob.actor(run.job(), snapshot);
    if (!actor.hasAny("F_PREDICTOR_RUN")) {
      throw new IllegalStateException(
          run.job().createdBy() + " may not run predictors (F_PREDICTOR_RUN)");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from = parameters.day("startDate", "relativeStart", today);
    LocalDate to = parameters.day("endDate", "relativeEnd", today);
    PredictionSummary done = PredictionSummary.NONE;
    for (Predictor predictor : chosen(parameters, snapshot, run)) {
      run.info("Predicting %s from %s to %s".formatted(predictor.label(), from, to));
      done = done.and(predictions.run(predictor, from, to, actor));
    }
    PredictionSummary summary = done;
    RequestJob.summary(run, json -> PredictionRoutes.write(json, summary));
    return "%d predictors: %d values inserted, %d updated, %d deleted, %d unchanged"
        .formatted(
            done.predictors(), done.inserted(), done.updated(), done.deleted(), done.unchanged());
  }

  private static Collection<Predictor> chosen(
      JobParameters parameters, MetadataSnapshot snapshot, JobRun run) throws SQLException {
    Set<Predictor> chosen = new LinkedHashSet<>();
    boolean all = true;
    for (String uid : parameters.uids("predictors")) {
      all = false;
      if (snapshot.find(Predictor.class, uid).map(chosen::add).isEmpty()) {
        run.warn("There is no predictor " + uid);
      }
    }
    for (String uid : parameters.uids("predictorGroups")) {
      all = false;
      if (snapshot
          .find(PredictorGroup.class, uid)
          .map(group -> chosen.addAll(Predictions.inOrder(group, snapshot)))
          .isEmpty()) {
        run.warn("There is no predictor group " + uid);
      }
    }
    return all ? snapshot.all(Predictor.class) : chosen;
  }
}
