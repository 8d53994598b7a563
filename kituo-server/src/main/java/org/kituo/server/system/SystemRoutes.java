package org.kituo.server.system;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.kituo.model.schema.Dates;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Pings, identifiers, and what the server is. */
public final class SystemRoutes {
  private static final int MOST_IDS = 10_000;

  private final SystemPart system;
  private final BaseUrl baseUrl;
  private final Settings settings;
  private final Supplier<Optional<Instant>> analyticsAsOf;

  /**
   * Routes about a system.
   *
   * @param analyticsAsOf when the newest state that analytics know was read
   */
  public SystemRoutes(
      SystemPart system,
      BaseUrl baseUrl,
      Settings settings,
      Supplier<Optional<Instant>> analyticsAsOf) {
    this.analyticsAsOf = analyticsAsOf;
    this.system = system;
    this.baseUrl = baseUrl;
    this.settings = settings;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/ping").or(GET("/api/system/ping")), r -> Answers.text("pong"))
        .and(route(GET("/api/system/info"), this::info))
        .and(route(GET("/api/system/id").or(GET("/api/system/uid")), this::ids))
        .and(route(GET("/api/system/uuid"), this::uuids));
  }

  private ServerResponse info(ServerRequest request) {
    CurrentUser.actor(request);
    String base = baseUrl.of(request);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("contextPath", base);
      json.writeStringProperty("instanceBaseUrl", base);
      json.writeStringProperty("serverDate", Dates.format(LocalDateTime.now()));
      json.writeStringProperty("calendar", settings.text("keyCalendar"));
      json.writeStringProperty("dateFormat", settings.text("keyDateFormat"));
      json.writeStringProperty("version", SystemVersion.API);
      json.writeStringProperty("revision", system.revision());
      json.writeStringProperty("systemId", system.systemId());
      json.writeStringProperty("systemName", "Kituo");
      json.writeStringProperty("serverTimeZoneId", ZoneId.systemDefault().getId());
      json.writeStringProperty("databaseInfo", "PostgreSQL");
      analyticsAsOf.get().ifPresent(asOf -> writeFreshness(json, asOf));
      json.writeEndObject();
    });
  }

  /** Analytics are live: the last success is when they last looked, and running took no time. */
  private static void writeFreshness(JsonGenerator json, Instant asOf) {
    String success = Dates.format(LocalDateTime.ofInstant(asOf, ZoneId.systemDefault()));
    Duration since = Duration.between(asOf, Instant.now());
    String interval =
        "%d h, %d m, %d s".formatted(since.toHours(), since.toMinutesPart(), since.toSecondsPart());
    json.writeStringProperty("lastAnalyticsTableSuccess", success);
    json.writeStringProperty("intervalSinceLastAnalyticsTableSuccess", interval);
    json.writeStringProperty("lastAnalyticsTableRuntime", "0 s");
    json.writeStringProperty("lastAnalyticsTablePartitionSuccess", success);
    json.writeStringProperty("lastAnalyticsTablePartitionRuntime", "0 s");
  }

  private ServerResponse ids(ServerRequest request) {
    int wanted = Math.clamp(Requests.integer(request, "limit", 1), 1, MOST_IDS);
    return codes(wanted, NewUids::next);
  }

  private ServerResponse uuids(ServerRequest request) {
    int wanted = Math.clamp(Requests.integer(request, "limit", 1), 1, MOST_IDS);
    return codes(wanted, () -> UUID.randomUUID().toString());
  }

  private static ServerResponse codes(int wanted, java.util.function.Supplier<String> next) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("codes");
      json.writeStartArray();
      for (int i = 0; i < wanted; i++) {
        json.writeString(next.get());
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
