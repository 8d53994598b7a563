package org.kituo.server.authentication;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.Dates;
import org.kituo.server.authentication.Accounts.Outcome;
import org.kituo.server.authentication.Accounts.Refusal;
import org.kituo.server.http.Answers;
import org.kituo.server.http.ClientAddress;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.account.SessionStore.UserSession;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * Logging in and out with a session: by JSON, and by the form of DHIS2's older clients, whose paths
 * end in {@code .action}; and the sessions that are open.
 */
public final class Login {
  private final Accounts accounts;
  private final Sessions sessions;

  /** Login over accounts and sessions. */
  public Login(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/auth/login"), this::login)
        .and(route(POST("/api/auth/logout"), r -> ended(r, null)))
        .and(route(POST("/dhis-web-commons-security/login.action"), this::form))
        .and(route(GET("/dhis-web-commons/security/login.action"), r -> redirect("/login/")))
        .and(route(GET("/dhis-web-commons-security/logout.action"), r -> ended(r, "/login/")))
        .and(route(GET("/api/sessions"), this::all))
        .and(route(DELETE("/api/sessions"), this::endAll))
        .and(route(DELETE("/api/sessions/{username}"), this::endOf))
        .and(route(GET("/api/account/listSessions"), this::own));
  }

  private ServerResponse login(ServerRequest request) {
    JsonNode body = Requests.json(request, HttpStatus.BAD_REQUEST);
    Outcome outcome =
        accounts.open(
            body.path("username").asString(""),
            body.path("password").asString(""),
            "json",
            ClientAddress.of(request.servletRequest()));
    if (outcome.refusal() == Refusal.BAD_CREDENTIALS) {
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, outcome.refusal().message());
    }
    return outcome.user() == null
        ? status(Objects.requireNonNull(outcome.refusal()).name())
        : begun(outcome.user(), HttpStatus.OK);
  }

  private static ServerResponse status(String status) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("loginStatus", status);
      json.writeEndObject();
    });
  }

  /** Begins a session of a user, and tells the client its token. */
  public ServerResponse begun(User user, HttpStatus status) {
    String token = sessions.begin(user);
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build((request, response) -> {
          SessionCookies.begin(request, response, token);
          Answers.write(
              response.getOutputStream(),
              json -> {
                json.writeStartObject();
                json.writeStringProperty("loginStatus", "SUCCESS");
                json.writeStringProperty("redirectUrl", "/");
                json.writeEndObject();
              });
          return null;
        });
  }

  private ServerResponse form(ServerRequest request) {
    Outcome outcome =
        accounts.open(
            Objects.requireNonNullElse(Requests.text(request, "j_username"), ""),
            Objects.requireNonNullElse(Requests.text(request, "j_password"), ""),
            "form",
            ClientAddress.of(request.servletRequest()));
    if (outcome.user() == null) {
      return redirect("/login/?failed=true");
    }
    String token = sessions.begin(outcome.user());
    return ServerResponse.status(HttpStatus.FOUND)
        .location(URI.create("/"))
        .build((servlet, response) -> {
          SessionCookies.begin(servlet, response, token);
          return null;
        });
  }

  private static ServerResponse redirect(String path) {
    return ServerResponse.status(HttpStatus.FOUND).location(URI.create(path)).build();
  }

  private ServerResponse ended(ServerRequest request, @Nullable String next) {
    String token = SessionCookies.token(request.servletRequest());
    if (token != null) {
      sessions.end(token);
    }
    ServerResponse.BodyBuilder answer =
        next == null
            ? ServerResponse.status(HttpStatus.NO_CONTENT)
            : ServerResponse.status(HttpStatus.FOUND).location(URI.create(next));
    return answer.build((servlet, response) -> {
      SessionCookies.end(servlet, response);
      return null;
    });
  }

  private ServerResponse all(ServerRequest request) {
    return Answers.json(json -> {
      json.writeStartArray();
      for (UserSession session : sessions.all(Optional.empty())) {
        json.writeStartObject();
        json.writeStringProperty("id", HexFormat.of().formatHex(session.id()));
        json.writeStringProperty("username", session.username());
        json.writeStringProperty("created", Dates.format(session.created().toLocalDateTime()));
        json.writeStringProperty("lastRequest", Dates.format(session.lastUsed().toLocalDateTime()));
        json.writeBooleanProperty("expired", false);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private ServerResponse endAll(ServerRequest request) {
    sessions.endAll();
    return ServerResponse.noContent().build();
  }

  private ServerResponse endOf(ServerRequest request) {
    String username = request.pathVariable("username");
    User user = accounts.named(username);
    if (user == null) {
      throw Problem.notFound("There is no user " + username + ".");
    }
    sessions.endAllOf(user.uid());
    return ServerResponse.noContent().build();
  }

  private ServerResponse own(ServerRequest request) {
    String uid = CurrentUser.actor(request).uid();
    return Answers.json(json -> {
      json.writeStartObject();
      for (UserSession session : sessions.all(Optional.of(uid))) {
        json.writeStringProperty(HexFormat.of().formatHex(session.id()), "false");
      }
      json.writeEndObject();
    });
  }
}
