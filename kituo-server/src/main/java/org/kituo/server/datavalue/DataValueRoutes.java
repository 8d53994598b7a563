package org.kituo.server.datavalue;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.SingleEntry;
import org.kituo.model.access.Actor;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.DataValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** Single figures, as forms read and write them. */
public final class DataValueRoutes {
  private final DataValueEntry entries;

  /** Routes over single entries. */
  public DataValueRoutes(DataValueEntry entries) {
    this.entries = entries;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/dataValues"), answering(this::post))
        .and(route(GET("/api/dataValues"), answering(this::get)))
        .and(route(DELETE("/api/dataValues"), answering(this::delete)))
        .and(route(PUT("/api/dataValues/followup"), answering(this::followUp)))
        .and(route(PUT("/api/dataValues/followups"), answering(this::followUps)));
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

  private ServerResponse post(ServerRequest request) throws SQLException, DataValueException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    entries.save(isJson(request) ? json(request) : DataValueRequests.entry(request), actor);
    return ServerResponse.status(HttpStatus.CREATED).build();
  }

  private static boolean isJson(ServerRequest request) {
    return request
        .headers()
        .contentType()
        .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON))
        .isPresent();
  }

  private static SingleEntry json(ServerRequest request) {
    return DataValueRequests.entry(Requests.json(request, HttpStatus.BAD_REQUEST));
  }

  private ServerResponse get(ServerRequest request) throws SQLException, DataValueException {
    DataValue value =
        entries
            .find(DataValueRequests.entry(request), CurrentUser.actor(request))
            .orElseThrow(() -> Problem.notFound("Data value does not exist"));
    return Answers.json(json -> {
      json.writeStartArray();
      json.writeString(value.value() == null ? "" : value.value());
      json.writeEndArray();
    });
  }

  private ServerResponse delete(ServerRequest request) throws SQLException, DataValueException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    entries.delete(DataValueRequests.entry(request), actor);
    return ServerResponse.noContent().build();
  }

  private ServerResponse followUp(ServerRequest request) throws SQLException, DataValueException {
    Map<SingleEntry, Boolean> marks = new LinkedHashMap<>();
    addMark(marks, Requests.json(request, HttpStatus.BAD_REQUEST));
    return mark(marks, CurrentUser.actor(request));
  }

  private ServerResponse followUps(ServerRequest request) throws SQLException, DataValueException {
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    Map<SingleEntry, Boolean> marks = new LinkedHashMap<>();
    for (JsonNode value : body.path("values").values()) {
      addMark(marks, value);
    }
    return mark(marks, CurrentUser.actor(request));
  }

  private static void addMark(Map<SingleEntry, Boolean> marks, JsonNode value) {
    JsonNode mark = value.path("followup");
    if (!mark.isBoolean()) {
      throw Problem.conflict("E2033", "Follow-up must be specified");
    }
    marks.put(DataValueRequests.entry(value), mark.asBoolean());
  }

  private ServerResponse mark(Map<SingleEntry, Boolean> marks, Actor actor)
      throws SQLException, DataValueException {
    if (marks.isEmpty()) {
      throw Problem.conflict("E2033", "Follow-up must be specified");
    }
    entries.followUp(marks, actor);
    return ServerResponse.ok().build();
  }
}
