package org.kituo.server.form;

import java.util.function.Supplier;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.form.CompletionSummary;
import org.kituo.data.form.Completions;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.job.RequestJob;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;

/** Imports completions after the request was answered. */
public final class CompletionImportJob implements JobWork {
  private final Supplier<MetadataSnapshot> metadata;
  private final Completions completions;

  /** Over completions. */
  public CompletionImportJob(Supplier<MetadataSnapshot> metadata, Completions completions) {
    this.metadata = metadata;
    this.completions = completions;
  }

  @Override
  public String run(JobRun run) throws Exception {
    RequestJob request = RequestJob.of(run);
    run.info("Importing complete data set registrations");
    CompletionSummary summary =
        completions.run(
            CompletionReader.entries(request.body()),
            ImportOptions.NONE.with(request.parameters().values()),
            RequestJob.actor(run.job(), metadata.get()));
    RequestJob.summary(
        run, json -> CompletionRoutes.summary(json, CompletionRoutes.status(summary), summary));
    return "Import complete: %d imported, %d updated, %d deleted, %d ignored"
        .formatted(summary.imported(), summary.updated(), summary.deleted(), summary.ignored());
  }
}
