package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.bundle.ImportReport.TypeReport;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import tools.jackson.core.JsonGenerator;

/** Reports of imports in DHIS2's shapes. */
final class ReportJson {
  /** How much a report tells. */
  enum Mode {
    /** Objects with errors. */
    ERRORS,
    /** The same, and references on the wrong side. */
    ERRORS_NOT_OWNER,
    /** All objects. */
    FULL,
    /** All objects with their names. */
    DEBUG
  }

  private ReportJson() {}

  /** The report of a whole import. */
  static void importReport(JsonGenerator json, ImportReport report, Mode mode) {
    json.writeStartObject();
    json.writeStringProperty("status", report.status().name());
    json.writeName("typeReports");
    json.writeStartArray();
    report.types().forEach(t -> typeReport(json, t, mode));
    json.writeEndArray();
    stats(json, report.stats());
    json.writeStringProperty("responseType", "ImportReport");
    json.writeEndObject();
  }

  private static void typeReport(JsonGenerator json, TypeReport report, Mode mode) {
    json.writeStartObject();
    json.writeStringProperty("klass", report.type().klass());
    stats(json, report.stats());
    json.writeName("objectReports");
    json.writeStartArray();
    for (ObjectReport object : report.objects()) {
      boolean all = mode == Mode.FULL || mode == Mode.DEBUG;
      if (all || !object.errors().isEmpty()) {
        json.writeStartObject();
        json.writeStringProperty("klass", report.type().klass());
        json.writeNumberProperty("index", object.index());
        json.writeStringProperty("uid", object.object().uid());
        if ((mode == Mode.DEBUG || !object.errors().isEmpty()) && object.object().name() != null) {
          json.writeStringProperty("displayName", object.object().name());
        }
        errors(json, object.object(), object.errors());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The report of a collection whose items were changed. */
  static void typeReport(JsonGenerator json, @Nullable ObjectType<?> type, Stats stats) {
    json.writeStartObject();
    json.writeStringProperty("status", ImportReport.Status.OK.name());
    if (type != null) {
      json.writeStringProperty("klass", type.klass());
    }
    stats(json, stats);
    json.writeName("objectReports");
    json.writeStartArray();
    json.writeEndArray();
    json.writeStringProperty("responseType", "TypeReport");
    json.writeEndObject();
  }

  private static void stats(JsonGenerator json, Stats stats) {
    json.writeName("stats");
    json.writeStartObject();
    json.writeNumberProperty("created", stats.created());
    json.writeNumberProperty("updated", stats.updated());
    json.writeNumberProperty("deleted", stats.deleted());
    json.writeNumberProperty("ignored", stats.ignored());
    json.writeNumberProperty("total", stats.total());
    json.writeEndObject();
  }

  /** The report of one object. */
  static void objectReport(JsonGenerator json, MetadataObject object, List<ImportError> errors) {
    json.writeStartObject();
    json.writeStringProperty("uid", object.uid());
    json.writeStringProperty("klass", ObjectType.of(object).klass());
    errors(json, object, errors);
    json.writeStringProperty("responseType", "ObjectReport");
    json.writeEndObject();
  }

  /** The errors of an object, under their name. */
  static void errors(JsonGenerator json, MetadataObject object, List<ImportError> errors) {
    errors(json, ObjectType.of(object).klass(), errors);
  }

  /** The errors of objects of a class, under their name. */
  static void errors(JsonGenerator json, String klass, List<ImportError> errors) {
    json.writeName("errorReports");
    json.writeStartArray();
    errors.forEach(e -> error(json, klass, e));
    json.writeEndArray();
  }

  private static void error(JsonGenerator json, String mainKlass, ImportError error) {
    json.writeStartObject();
    json.writeStringProperty("message", error.message());
    json.writeName("args");
    json.writeStartArray();
    error.args().forEach(a -> json.writeString(a == null ? null : text(a)));
    json.writeEndArray();
    json.writeStringProperty(
        "mainKlass", error.mainKlass() == null ? mainKlass : error.mainKlass());
    json.writeStringProperty("errorCode", error.code());
    optional(json, "mainId", error.mainId());
    optional(json, "errorKlass", error.klass());
    optional(json, "errorProperty", error.property());
    json.writeName("errorProperties");
    json.writeStartArray();
    error.args().forEach(a -> particular(json, a));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static String text(Object particular) {
    return particular instanceof LocalDateTime time ? Dates.format(time) : particular.toString();
  }

  private static void particular(JsonGenerator json, @Nullable Object particular) {
    switch (particular) {
      case null -> json.writeNull();
      case Integer i -> json.writeNumber(i);
      case Double d -> json.writeNumber(d);
      default -> json.writeString(text(particular));
    }
  }
}
