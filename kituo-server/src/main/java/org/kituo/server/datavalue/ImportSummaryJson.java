package org.kituo.server.datavalue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kituo.data.datavalue.EntryProblem;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.datavalue.ImportSummary;
import org.kituo.server.http.Answers;
import tools.jackson.core.JsonGenerator;

/** The summary of an import in the shape of the DHIS2 Web API. */
public final class ImportSummaryJson {
  private ImportSummaryJson() {}

  static void write(JsonGenerator json, ImportSummary summary) {
    json.writeStartObject();
    json.writeStringProperty("responseType", "ImportSummary");
    json.writeStringProperty("status", summary.status().name());
    json.writeName("importOptions");
    options(json, summary.options());
    json.writeObjectPropertyStart("importCount");
    json.writeNumberProperty("imported", 0);
    json.writeNumberProperty("updated", summary.counts().updated());
    json.writeNumberProperty("ignored", summary.counts().ignored());
    json.writeNumberProperty("deleted", summary.counts().deleted());
    json.writeEndObject();
    json.writeArrayPropertyStart("conflicts");
    summary.problems().forEach(problem -> conflict(json, problem));
    json.writeEndArray();
    indexes(json, "rejectedIndexes", summary.rejected());
    if (summary.dataSetComplete() != null) {
      json.writeStringProperty("dataSetComplete", summary.dataSetComplete());
    }
    if (summary.importUid() != null) {
      json.writeStringProperty("importId", summary.importUid());
    }
    json.writeEndObject();
  }

  /** The options of an import as a JSON object. */
  static String options(ImportOptions options) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    Answers.write(json, generator -> options(generator, options));
    return json.toString(StandardCharsets.UTF_8);
  }

  /** The options of an import, as clients get them back. */
  public static void options(JsonGenerator json, ImportOptions options) {
    json.writeStartObject();
    json.writeObjectPropertyStart("idSchemes");
    for (Map.Entry<String, IdScheme> scheme : options.idSchemes().entrySet()) {
      json.writeObjectPropertyStart(scheme.getKey());
      json.writeStringProperty("type", scheme.getValue().type().name());
      if (scheme.getValue().attribute() != null) {
        json.writeStringProperty("attribute", scheme.getValue().attribute());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeBooleanProperty("atomic", options.atomic());
    json.writeBooleanProperty("dryRun", options.dryRun());
    json.writeBooleanProperty("async", options.async());
    json.writeStringProperty("importStrategy", options.strategy().name());
    json.writeStringProperty("mergeMode", "REPLACE");
    json.writeStringProperty("reportMode", "FULL");
    options.flags().forEach(json::writeBooleanProperty);
    json.writeBooleanProperty("force", options.force());
    if (options.dataSet() != null) {
      json.writeStringProperty("dataSet", options.dataSet());
    }
    json.writeEndObject();
  }

  private static void conflict(JsonGenerator json, EntryProblem problem) {
    json.writeStartObject();
    json.writeObjectPropertyStart("objects");
    json.writeStringProperty("args", problem.args());
    json.writeEndObject();
    json.writeStringProperty("value", problem.message());
    json.writeStringProperty("errorCode", problem.code());
    indexes(json, "indexes", problem.indexes());
    json.writeEndObject();
  }

  private static void indexes(JsonGenerator json, String name, List<Integer> indexes) {
    json.writeArrayPropertyStart(name);
    indexes.forEach(json::writeNumber);
    json.writeEndArray();
  }
}
