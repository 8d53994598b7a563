package org.kituo.server;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.kituo.data.approval.Approvals;
import org.kituo.data.cellquery.CellQueries;
import org.kituo.data.datavalue.DataEntryForms;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.datavalue.DataValueExport;
import org.kituo.data.datavalue.DataValueImport;
import org.kituo.data.datavalue.EntryLocks;
import org.kituo.data.datavalue.ImportUndo;
import org.kituo.data.form.Completions;
import org.kituo.data.form.LockExceptions;
import org.kituo.data.form.UsualRanges;
import org.kituo.data.prediction.Predictions;
import org.kituo.data.validation.Validation;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.approval.ApprovalRoutes;
import org.kituo.server.approval.MyApprovalRoutes;
import org.kituo.server.cellquery.CellQueryRoutes;
import org.kituo.server.datavalue.DataEntryRoutes;
import org.kituo.server.datavalue.DataValueImportJob;
import org.kituo.server.datavalue.DataValueRoutes;
import org.kituo.server.datavalue.DataValueSetRoutes;
import org.kituo.server.datavalue.ImportLogRoutes;
import org.kituo.server.form.CompletionImportJob;
import org.kituo.server.form.CompletionNotices;
import org.kituo.server.form.CompletionRoutes;
import org.kituo.server.form.DataEntryMetadataRoutes;
import org.kituo.server.form.DataSetFormRoutes;
import org.kituo.server.form.LockExceptionRoutes;
import org.kituo.server.form.UsualRangeRoutes;
import org.kituo.server.integrity.IntegrityRoutes;
import org.kituo.server.job.JobParameters;
import org.kituo.server.message.Notices;
import org.kituo.server.metadata.DataSetWrites;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.Views;
import org.kituo.server.prediction.PredictionRoutes;
import org.kituo.server.prediction.PredictorJob;
import org.kituo.server.setting.Settings;
import org.kituo.server.validation.AnalyticsOutlierRoutes;
import org.kituo.server.validation.FollowUpRoutes;
import org.kituo.server.validation.MonitoringJob;
import org.kituo.server.validation.OutlierRoutes;
import org.kituo.server.validation.ValidationResultRoutes;
import org.kituo.server.validation.ValidationRoutes;
import org.kituo.server.validation.ViolationNotices;
import org.kituo.store.approval.ApprovalTable;
import org.kituo.store.cellquery.CellQueryTable;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.datavalue.DataValueWriter;
import org.kituo.store.datavalue.ImportLog;
import org.kituo.store.datavalue.OutlierReader;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.form.CompletionTable;
import org.kituo.store.form.LockExceptionTable;
import org.kituo.store.form.UsualRangeTable;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.kituo.store.validation.ViolationTable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The parts of a server that take, keep and give figures and forms. */
final class EntryWiring {
  private final Clock clock = Clock.systemDefaultZone();
  private final Supplier<MetadataSnapshot> metadata;
  private final Settings settings;
  private final DataValueReader reader;
  private final DataValueWriter writer;
  private final CompletionTable completions;
  private final UsualRangeTable ranges;
  private final LockExceptionTable exceptions;
  private final Approvals approvals;
  private final EntryLocks locks;
  private final Validation validation;
  private final Predictions predictions;
  private final ViolationNotices violationNotices;
  private final CompletionNotices completionNotices;
  private final Completions forms;
  private final OutlierReader outliers;
  private final DataValueImport imports;
  private final ImportUndo undo;
  private final CellQueryTable queries;
  private final DataValueEntry cells;

  EntryWiring(
      DataSource database,
      Supplier<MetadataSnapshot> metadata,
      FeedSignal signal,
      Settings settings,
      Notices notices) {
    this.metadata = metadata;
    this.settings = settings;
    reader = new DataValueReader(database);
    writer = new DataValueWriter(database, signal);
    completions = new CompletionTable(database, signal);
    ranges = new UsualRangeTable(database);
    exceptions = new LockExceptionTable(database);
    approvals =
        new Approvals(
            metadata,
            new ApprovalTable(database),
            () -> settings.flag("keyAcceptanceRequiredForApproval"));
    locks = new EntryLocks(exceptions, approvals::approved);
    outliers = new OutlierReader(database);
    validation = new Validation(metadata, reader, new ViolationTable(database));
    violationNotices = new ViolationNotices(validation, notices);
    completionNotices = new CompletionNotices(metadata, completions, notices);
    forms = new Completions(metadata, completions, reader, locks, clock, completionNotices);
    predictions = new Predictions(metadata, reader, writer);
    imports = new DataValueImport(metadata, writer, completions, locks, clock);
    queries = new CellQueryTable(database);
    cells = new DataValueEntry(metadata, reader, writer, locks, clock);
    undo = new ImportUndo(metadata, new ImportLog(database), imports);
  }

  /** Single figures. */
  DataValueEntry cells() {
    return cells;
  }

  /** What is done after requests were answered. */
  Map<JobType, JobWork> works() {
    return Map.of(
        JobType.DATAVALUE_IMPORT,
        new DataValueImportJob(metadata, imports),
        JobType.COMPLETE_DATA_SET_REGISTRATION_IMPORT,
        new CompletionImportJob(metadata, forms),
        JobType.PREDICTOR,
        new PredictorJob(predictions, clock),
        JobType.MONITORING,
        new MonitoringJob(validation, violationNotices, clock),
        JobType.VALIDATION_RESULTS_NOTIFICATION,
        run -> "Told of %d violations".formatted(violationNotices.sendKept()),
        JobType.DATA_SET_NOTIFICATION,
        run -> "%d reminders due".formatted(completionNotices.remind(LocalDate.now(clock))),
        JobType.LOCK_EXCEPTION_CLEANUP,
        run -> LockExceptionRoutes.cleaned(exceptions, JobParameters.of(run.job())),
        JobType.DATA_INTEGRITY,
        IntegrityRoutes.work(metadata, false),
        JobType.DATA_INTEGRITY_DETAILS,
        IntegrityRoutes.work(metadata, true));
  }

  RouterFunction<ServerResponse> routes(Views views, MetadataWriter changes, Jobs jobs) {
    return new DataValueSetRoutes(imports, new DataValueExport(metadata, reader), jobs)
        .routes()
        .and(new DataValueRoutes(cells).routes())
        .and(
            new DataEntryRoutes(
                    new DataEntryForms(metadata, reader, completions, ranges, locks, clock))
                .routes())
        .and(new CompletionRoutes(forms, jobs).routes())
        .and(new ImportLogRoutes(undo).routes())
        .and(new CellQueryRoutes(new CellQueries(metadata, queries, cells)).routes())
        .and(new LockExceptionRoutes(new LockExceptions(metadata, exceptions)).routes())
        .and(
            new UsualRangeRoutes(
                    new UsualRanges(metadata, ranges, reader),
                    () -> Double.parseDouble(settings.text("factorDeviation")))
                .routes())
        .and(new ApprovalRoutes(approvals).routes())
        .and(new MyApprovalRoutes(views).routes())
        .and(new ValidationRoutes(validation, violationNotices, views).routes())
        .and(new ValidationResultRoutes(validation).routes())
        .and(new PredictionRoutes(predictions, jobs).routes())
        .and(new OutlierRoutes(metadata, outliers).routes())
        .and(new AnalyticsOutlierRoutes(metadata, outliers).routes())
        .and(new FollowUpRoutes(metadata, reader).routes())
        .and(new IntegrityRoutes(metadata, jobs).routes())
        .and(new DataEntryMetadataRoutes(views).routes())
        .and(new DataSetFormRoutes(metadata, views, reader, new DataSetWrites(changes)).routes());
  }
}
