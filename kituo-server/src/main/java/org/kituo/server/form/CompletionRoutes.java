package org.kituo.server.form;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.ExportRequest;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.form.CompletionSummary;
import org.kituo.data.form.Completions;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.datavalue.ExportParameters;
import org.kituo.server.datavalue.ImportSummaryJson;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Parameters;
import org.kituo.server.http.Requests;
import org.kituo.server.http.Xml;
import org.kituo.server.job.RequestJob;
import org.kituo.store.job.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Completing forms and listing which are complete. */
public final class CompletionRoutes {
  private final Completions completions;
  private final Jobs jobs;

  /** Routes over completions. */
  public CompletionRoutes(Completions completions, Jobs jobs) {
    this.completions = completions;
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String path = "/api/completeDataSetRegistrations";
    return route(GET(path), answering(this::list))
        .and(route(POST(path), this::post))
        .and(route(DELETE(path), answering(this::delete)))
        .and(route(POST("/api/dataEntry/dataSetCompletion"), answering(this::complete)));
  }

  @FunctionalInterface
  private interface Route {
    ServerResponse answer(ServerRequest request) throws SQLException, DataValueException;
  }

  private static HandlerFunction<ServerResponse> answering(Route route) {
    return request -> {
      try {
        return route.answer(request);
      } catch (DataValueException e) {
        throw DataValueRequests.problem(e);
      }
    };
  }

  private ServerResponse list(ServerRequest request) throws SQLException, DataValueException {
    ExportRequest asked = ExportParameters.read(request, "created");
    List<CompletionWriter.Line> lines =
        CompletionWriter.lines(completions.find(asked, CurrentUser.actor(request)), asked);
    return Xml.isWanted(request)
        ? Xml.answer(HttpStatus.OK, xml -> CompletionWriter.write(xml, lines))
        : Answers.json(json -> CompletionWriter.write(json, lines));
  }

  private ServerResponse post(ServerRequest request) throws IOException, SQLException {
    Actor actor = CurrentUser.actor(request);
    JsonNode entries;
    try (InputStream body = DataValueRequests.body(request)) {
      entries = Xml.isGiven(request) ? CompletionReader.xml(body) : CompletionReader.json(body);
    }
    ImportOptions options = DataValueRequests.options(request);
    if (Requests.flag(request, "async", false)) {
      return new RequestJob(new Parameters(DataValueRequests.parameters(request)), entries)
          .start(jobs, JobType.COMPLETE_DATA_SET_REGISTRATION_IMPORT, request);
    }
    CompletionSummary summary = completions.run(CompletionReader.entries(entries), options, actor);
    return switch (status(summary)) {
      case "SUCCESS" ->
          answer(request, HttpStatus.OK, "OK", "SUCCESS", "Import was successful.", summary);
      case "ERROR" ->
          answer(
              request,
              HttpStatus.CONFLICT,
              "ERROR",
              "ERROR",
              "An error occurred, please check import summary.",
              summary);
      default ->
          answer(
              request,
              HttpStatus.OK,
              "WARNING",
              "WARNING",
              "Import completed with warnings, please check import summary.",
              summary);
    };
  }

  /** How an import went, in a word. */
  static String status(CompletionSummary summary) {
    boolean nothing = summary.imported() + summary.updated() + summary.deleted() == 0;
    return summary.conflicts().isEmpty() ? "SUCCESS" : nothing ? "ERROR" : "WARNING";
  }

  private static ServerResponse answer(
      ServerRequest request,
      HttpStatus status,
      String outcome,
      String importStatus,
      String message,
      CompletionSummary summary) {
    return Xml.message(
        request, status, outcome, message, json -> summary(json, importStatus, summary));
  }

  static void summary(JsonGenerator json, String status, CompletionSummary summary) {
    json.writeStartObject();
    json.writeStringProperty("responseType", "ImportSummary");
    json.writeStringProperty("status", status);
    json.writeName("importOptions");
    ImportSummaryJson.options(json, summary.options());
    json.writeStringProperty("description", "Import process complete.");
    json.writeObjectPropertyStart("importCount");
    json.writeNumberProperty("imported", summary.imported());
    json.writeNumberProperty("updated", summary.updated());
    json.writeNumberProperty("ignored", summary.ignored());
    json.writeNumberProperty("deleted", summary.deleted());
    json.writeEndObject();
    json.writeArrayPropertyStart("conflicts");
    for (CompletionSummary.Conflict conflict : summary.conflicts()) {
      json.writeStartObject();
      json.writeStringProperty("object", conflict.object());
      json.writeStringProperty("value", conflict.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("rejectedIndexes");
    json.writeEndArray();
    json.writeEndObject();
  }

  private ServerResponse delete(ServerRequest request) throws SQLException, DataValueException {
    Actor actor = CurrentUser.actor(request);
    FormTarget form =
        completions.form(
            text(request, "ds"),
            text(request, "pe"),
            text(request, "ou"),
            text(request, "cc"),
            DataValueRequests.options(Requests.text(request, "cp")),
            actor);
    completions.delete(form, Requests.flag(request, "multiOu", false), actor);
    return ServerResponse.noContent().build();
  }

  private static String text(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    return text == null ? "" : text;
  }

  private ServerResponse complete(ServerRequest request) throws SQLException, DataValueException {
    Actor actor = CurrentUser.actor(request);
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    FormTarget form =
        completions.form(
            body.path("dataSet").asString(""),
            body.path("period").asString(""),
            body.path("orgUnit").asString(""),
            body.path("attribute").path("combo").asString(""),
            body.path("attribute").path("options").valueStream().map(JsonNode::asString).toList(),
            actor);
    completions.complete(form, body.path("completed").asBoolean(true), actor);
    return ServerResponse.ok().build();
  }
}
