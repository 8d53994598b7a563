package org.kituo.server.approval;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.data.approval.ApprovalTarget;
import org.kituo.data.approval.Approvals;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.model.access.Actor;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Requests;
import org.kituo.store.approval.ApprovalChange.Action;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** Approving and accepting data, and taking both back. */
public final class ApprovalRoutes {
  private static final String PATH = "/api/dataApprovals";

  /** The acceptances stand below the approvals; older clients know them beside. */
  private static final List<String> ACCEPTANCES =
      List.of("/api/dataApprovals/dataAcceptances", "/api/dataAcceptances");

  private final Approvals approvals;

  /** Routes over approvals. */
  public ApprovalRoutes(Approvals approvals) {
    this.approvals = approvals;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunction<ServerResponse> routes =
        new ApprovalStatusRoutes(approvals)
            .routes()
            .and(route(POST(PATH), one(Action.APPROVE)))
            .and(route(DELETE(PATH), one(Action.UNAPPROVE)))
            .and(route(POST(PATH + "/approvals"), many(Action.APPROVE)))
            .and(route(POST(PATH + "/multiple"), many(Action.APPROVE)))
            .and(route(POST(PATH + "/unapprovals"), many(Action.UNAPPROVE)));
    for (String path : ACCEPTANCES) {
      routes =
          routes
              .and(route(POST(path), one(Action.ACCEPT)))
              .and(route(DELETE(path), one(Action.UNACCEPT)))
              .and(route(POST(path + "/acceptances"), many(Action.ACCEPT)))
              .and(route(POST(path + "/unacceptances"), many(Action.UNACCEPT)));
    }
    return routes;
  }

  private HandlerFunction<ServerResponse> one(Action action) {
    return request -> {
      Actor actor = requireAuthority(request, action);
      return done(() ->
          approvals.act(
              action, List.of(target(approvals, request, Requests.text(request, "ou"))), actor));
    };
  }

  private HandlerFunction<ServerResponse> many(Action action) {
    return request -> {
      Actor actor = requireAuthority(request, action);
      JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
      return done(() -> approvals.act(action, targets(body), actor));
    };
  }

  private static Actor requireAuthority(ServerRequest request, Action action) {
    Actor actor = CurrentUser.actor(request);
    switch (action) {
      case APPROVE, UNAPPROVE ->
          DataValueRequests.require(actor, "F_APPROVE_DATA", "F_APPROVE_DATA_LOWER_LEVELS");
      case ACCEPT, UNACCEPT -> DataValueRequests.require(actor, "F_ACCEPT_DATA_LOWER_LEVELS");
    }
    return actor;
  }

  @FunctionalInterface
  private interface Deed {
    void run() throws SQLException, DataValueException;
  }

  private static ServerResponse done(Deed deed) throws SQLException {
    try {
      deed.run();
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return ServerResponse.noContent().build();
  }

  /** The data of a request with a unit in its parameters. */
  static ApprovalTarget target(Approvals approvals, ServerRequest request, @Nullable String unit)
      throws DataValueException {
    String period = Requests.text(request, "pe");
    return approvals.target(
        Requests.text(request, "wf"),
        Requests.text(request, "ds"),
        period == null ? "" : period,
        unit == null ? "" : unit,
        Requests.text(request, "aoc"));
  }

  private List<ApprovalTarget> targets(JsonNode body) throws DataValueException {
    List<ApprovalTarget> targets = new ArrayList<>();
    for (JsonNode period : body.path("pe")) {
      for (JsonNode approval : body.path("approvals")) {
        for (JsonNode workflow : body.path("wf")) {
          targets.add(target(workflow.asString(), null, period, approval));
        }
        for (JsonNode set : body.path("ds")) {
          targets.add(target(null, set.asString(), period, approval));
        }
      }
    }
    return targets;
  }

  private ApprovalTarget target(
      @Nullable String workflow, @Nullable String set, JsonNode period, JsonNode approval)
      throws DataValueException {
    return approvals.target(
        workflow,
        set,
        period.asString(),
        approval.path("ou").asString(""),
        approval.path("aoc").isString() ? approval.path("aoc").asString() : null);
  }
}
