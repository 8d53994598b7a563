package org.kituo.server.prediction;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.data.prediction.PredictionSummary;
import org.kituo.data.prediction.Predictions;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.PredictorGroup;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.job.JobAnswers;
import org.kituo.store.job.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Running predictors. */
public final class PredictionRoutes {
  private final Predictions predictions;
  private final Jobs jobs;

  /** Routes over predictions, which jobs make where a request does not wait. */
  public PredictionRoutes(Predictions predictions, Jobs jobs) {
    this.predictions = predictions;
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String one = "/api/predictors/{uid}/run";
    String group = "/api/predictorGroups/{uid}/run";
    String all = "/api/predictors/run";
    return route(POST(all).or(PUT(all)), generated(r -> snapshot().all(Predictor.class)))
        .and(route(POST(one).or(PUT(one)), generated(this::named)))
        .and(route(POST(group).or(PUT(group)), generated(this::ofGroup)))
        .and(route(POST("/api/predictions").or(PUT("/api/predictions")), this::summary));
  }

  @FunctionalInterface
  private interface Choice {
    Collection<Predictor> of(ServerRequest request);
  }

  private MetadataSnapshot snapshot() {
    return predictions.snapshot();
  }

  private List<Predictor> named(ServerRequest request) {
    return List.of(found(Predictor.class, request.pathVariable("uid"), snapshot()));
  }

  private List<Predictor> ofGroup(ServerRequest request) {
    MetadataSnapshot snapshot = snapshot();
    return Predictions.inOrder(
        found(PredictorGroup.class, request.pathVariable("uid"), snapshot), snapshot);
  }

  private static <T extends MetadataObject> T found(
      Class<T> type, String uid, MetadataSnapshot snapshot) {
    return snapshot
        .find(type, uid)
        .orElseThrow(() ->
            Problem.notFound(type.getSimpleName() + " with id " + uid + " could not be found."));
  }

  private HandlerFunction<ServerResponse> generated(Choice choice) {
    return request ->
        Answers.ok("Generated %d predictions".formatted(run(request, choice).predictions()));
  }

  /** Runs what is named, or all predictors where nothing is; at once, or by a job. */
  private ServerResponse summary(ServerRequest request) throws SQLException {
    if (Requests.flag(request, "async", false)) {
      return started(request);
    }
    MetadataSnapshot snapshot = snapshot();
    PredictionSummary done =
        run(
            request,
            r -> {
              Set<Predictor> chosen = new LinkedHashSet<>();
              list(r, "predictor")
                  .forEach(uid -> chosen.add(found(Predictor.class, uid, snapshot)));
              list(r, "predictorGroup")
                  .forEach(uid ->
                      chosen.addAll(
                          Predictions.inOrder(
                              found(PredictorGroup.class, uid, snapshot), snapshot)));
              return chosen.isEmpty() ? snapshot.all(Predictor.class) : chosen;
            });
    return Answers.message(HttpStatus.OK, "OK", null, json -> write(json, done));
  }

  private ServerResponse started(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.require(actor, "F_PREDICTOR_RUN");
    MetadataSnapshot snapshot = snapshot();
    ObjectNode parameters = JsonMapper.shared().createObjectNode();
    parameters.put("startDate", day(request, "startDate").toString());
    parameters.put("endDate", day(request, "endDate").toString());
    ArrayNode predictors = parameters.putArray("predictors");
    list(request, "predictor")
        .forEach(uid -> predictors.add(found(Predictor.class, uid, snapshot).uid()));
    ArrayNode groups = parameters.putArray("predictorGroups");
    list(request, "predictorGroup")
        .forEach(uid -> groups.add(found(PredictorGroup.class, uid, snapshot).uid()));
    return JobAnswers.started(
        jobs.start(
            JobType.PREDICTOR,
            String.valueOf(actor.user().username()),
            parameters.toString(),
            new byte[0]));
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }

  private PredictionSummary run(ServerRequest request, Choice choice) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.require(actor, "F_PREDICTOR_RUN");
    LocalDate from = day(request, "startDate");
    LocalDate to = day(request, "endDate");
    PredictionSummary done = PredictionSummary.NONE;
    for (Predictor predictor : choice.of(request)) {
      done = done.and(predictions.run(predictor, from, to, actor));
    }
    return done;
  }

  private static LocalDate day(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    LocalDateTime day = text == null ? null : Dates.parse(text);
    if (day == null) {
      throw Problem.badRequest(
          null, "Required request parameter '%s' is missing or no date".formatted(name));
    }
    return day.toLocalDate();
  }

  static void write(JsonGenerator json, PredictionSummary done) {
    json.writeStartObject();
    json.writeStringProperty("responseType", "PredictionSummary");
    json.writeStringProperty("status", "SUCCESS");
    json.writeNumberProperty("predictors", done.predictors());
    json.writeNumberProperty("inserted", done.inserted());
    json.writeNumberProperty("updated", done.updated());
    json.writeNumberProperty("deleted", done.deleted());
    json.writeNumberProperty("unchanged", done.unchanged());
    json.writeEndObject();
  }
}
