package org.kituo.server.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.http.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Answers with reports of changes to several objects. */
public final class ReportAnswers {

  private ReportAnswers() {}

  /** The answer with a report that tells of the objects with errors. */
  public static ServerResponse of(ImportReport report) {
    return of(report, ReportJson.Mode.ERRORS);
  }

  /** The answer with a report that tells of all objects. */
  public static ServerResponse whole(ImportReport report) {
    return of(report, ReportJson.Mode.FULL);
  }

  static ServerResponse of(ImportReport report, ReportJson.Mode mode) {
    boolean ok = report.status() == ImportReport.Status.OK;
    return Answers.message(
        ok ? HttpStatus.OK : HttpStatus.CONFLICT,
        ok ? "OK" : "WARNING",
        ok ? null : SingleImport.FAILED,
        json -> ReportJson.importReport(json, report, mode));
  }

  /** The answer that items of a collection were added or taken; the type may be left unsaid. */
  public static ServerResponse collection(@Nullable ObjectType<?> type, Stats stats) {
    return Answers.message(
        HttpStatus.OK, "OK", null, json -> ReportJson.typeReport(json, type, stats));
  }

  /** Writes errors that name their own types, as {@code errorReports}. */
  public static void errors(JsonGenerator json, List<ImportError> errors) {
    ReportJson.errors(json, "", errors);
  }
}
