package org.kituo.server.system;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.Set;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.SingleImport;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What administrators of DHIS2 do now and then to bring derived data up to date. Kituo derives most
 * of it when it is read or in the transaction of the change, so that there is nothing to do; the
 * paths are answered, as scripts and the maintenance app call them.
 */
public final class MaintenanceRoutes {
  private static final String PATH = "/api/maintenance";
  private static final String COMBOS = "categoryOptionComboUpdate";

  /** Derived data that is always up to date. */
  private static final Set<String> ALWAYS_DONE =
      Set.of("cache", "cacheClear", "ouPathsUpdate", "periodPruning");

  private final SingleImport single;

  /** Routes over metadata. */
  public MaintenanceRoutes(SingleImport single) {
    this.single = single;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String one = PATH + "/" + COMBOS + "/categoryCombo/{uid}";
    return route(POST(PATH).or(PUT(PATH)), this::batch)
        .and(route(POST(PATH + "/" + COMBOS).or(PUT(PATH + "/" + COMBOS)), this::combos))
        .and(route(POST(one).or(PUT(one)), this::combosOfOne))
        .and(
            route(
                POST(PATH + "/{operation}")
                    .or(PUT(PATH + "/{operation}"))
                    .and(r -> ALWAYS_DONE.contains(r.pathVariable("operation"))),
                this::nothing))
        .and(
            route(
                GET(PATH + "/{operation}").and(r -> !r.path().endsWith("appReload")),
                r -> {
                  throw Problem.of(
                      HttpStatus.METHOD_NOT_ALLOWED, null, "Request method 'GET' is not supported");
                }));
  }

  private ServerResponse batch(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    if ("true".equals(request.servletRequest().getParameter(COMBOS))) {
      complete(actor);
    }
    return done();
  }

  private ServerResponse combos(ServerRequest request) {
    complete(CurrentUser.actor(request));
    return done();
  }

  private void complete(Actor actor) {
    single
        .writer()
        .completeOptionCombos(actor, snapshot -> List.copyOf(snapshot.all(CategoryCombo.class)));
  }

  private ServerResponse combosOfOne(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    String uid = request.pathVariable("uid");
    if (single.metadata().find(CategoryCombo.class, uid).isEmpty()) {
      throw Problem.conflict(null, "CategoryCombo does not exist: " + uid);
    }
    int made =
        single
            .writer()
            .completeOptionCombos(
                actor, snapshot -> snapshot.find(CategoryCombo.class, uid).stream().toList());
    return Answers.message(
        HttpStatus.OK,
        "OK",
        "Import was successful.",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("responseType", "ImportSummaries");
          json.writeStringProperty("status", "SUCCESS");
          json.writeNumberProperty("imported", made);
          for (String none : new String[] {"updated", "deleted", "ignored"}) {
            json.writeNumberProperty(none, 0);
          }
          json.writeNumberProperty("total", made);
          json.writeName("importSummaries");
          json.writeStartArray();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private ServerResponse nothing(ServerRequest request) {
    CurrentUser.actor(request);
    return done();
  }

  private static ServerResponse done() {
    return Answers.message(HttpStatus.OK, "OK", null, null);
  }
}
