package org.kituo.server.system;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.setting.SystemSetting;
import org.kituo.model.setting.SystemSettings;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.setting.Settings;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of the system: everybody reads them, but for confidential ones; changing them needs
 * an authority. Their values have types in JSON; in plain text they are bare.
 */
public final class SystemSettingRoutes {
  private static final String PATH = "/api/systemSettings/{key}";

  private final Settings settings;
  private final CalendarChange calendar;

  /** Routes over settings. */
  public SystemSettingRoutes(Settings settings, CalendarChange calendar) {
    this.settings = settings;
    this.calendar = calendar;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/systemSettings"), this::all)
        .and(route(POST("/api/systemSettings"), this::setAll))
        .and(route(DELETE("/api/systemSettings"), this::removeAll))
        .and(route(GET(PATH), this::one))
        .and(route(POST(PATH), this::set))
        .and(route(DELETE(PATH), this::remove));
  }

  private static SystemSetting named(String key) {
    SystemSetting setting = SystemSettings.find(key);
    if (setting == null) {
      throw Problem.notFound("Setting does not exist: " + key);
    }
    return setting;
  }

  private ServerResponse all(ServerRequest request) {
    CurrentUser.actor(request);
    List<String> keys = Requests.texts(request, "key");
    return Answers.json(json -> {
      json.writeStartObject();
      for (SystemSetting setting : SystemSettings.ALL) {
        boolean asked = keys.isEmpty() || keys.contains(setting.key());
        if (asked && !setting.confidential()) {
          json.writePOJOProperty(setting.key(), setting.typed(settings.text(setting.key())));
        }
      }
      json.writeEndObject();
    });
  }

  private ServerResponse one(ServerRequest request) {
    SystemSetting setting = named(request.pathVariable("key"));
    if (setting.confidential() && !CurrentUser.actor(request).isSuper()) {
      throw Problem.forbidden("E1006", "Setting is marked as confidential");
    }
    String locale = Requests.text(request, "locale");
    if (locale != null || wantsText(request)) {
      return Answers.text(settings.text(setting.key(), locale));
    }
    return Answers.json(json -> {
      json.writeStartObject();
      json.writePOJOProperty(setting.key(), setting.typed(settings.text(setting.key())));
      json.writeEndObject();
    });
  }

  private static boolean wantsText(ServerRequest request) {
    return request.headers().accept().stream()
        .findFirst()
        .filter(type -> type.isCompatibleWith(MediaType.TEXT_PLAIN))
        .isPresent();
  }

  private ServerResponse set(ServerRequest request) {
    SystemSetting setting = named(request.pathVariable("key"));
    String value = value(request);
    String locale = Requests.text(request, "locale");
    if (locale != null) {
      if (!setting.translatable()) {
        throw Problem.badRequest("E1003", "The setting " + setting.key() + " has no translations.");
      }
      settings.set(setting.key(), locale, value);
      return Answers.ok(
          "Translation for system setting '%s' and locale: '%s' set to: '%s'"
              .formatted(setting.key(), locale, value));
    }
    requireFitting(setting, value);
    settings.set(setting.key(), null, value);
    follow(setting.key());
    return Answers.ok("System setting '%s' set to value '%s'.".formatted(setting.key(), value));
  }

  /** The value of the parameter, else that of the body, which may be text or JSON. */
  private static String value(ServerRequest request) {
    String value = request.servletRequest().getParameter("value");
    if (value != null) {
      return value;
    }
    String body = Requests.bodyText(request);
    if (body.isEmpty()) {
      throw Problem.badRequest("E1003", "A value is missing.");
    }
    boolean quoted = body.length() > 1 && body.startsWith("\"") && body.endsWith("\"");
    return quoted ? body.substring(1, body.length() - 1) : body;
  }

  private void requireFitting(SystemSetting setting, String value) {
    if (!setting.accepts(value)) {
      String choices =
          setting.choices().isEmpty() ? "" : ". Valid values are: " + setting.choices();
      throw Problem.badRequest(
          "E1003",
          "Not a valid value for setting %s: %s%s".formatted(setting.key(), value, choices));
    }
    if (setting.key().equals(CalendarChange.KEY)) {
      PeriodCalendar.named(value).ifPresent(calendar::require);
    }
  }

  private void requireRemovable(SystemSetting setting) {
    if (setting.key().equals(CalendarChange.KEY)) {
      requireFitting(setting, setting.initial());
    }
  }

  private void follow(String key) {
    if (key.equals(CalendarChange.KEY)) {
      calendar.follow();
    }
  }

  private ServerResponse setAll(ServerRequest request) {
    if (!(Requests.json(request) instanceof ObjectNode body)) {
      throw Problem.badRequest("E1003", "The body must be a JSON object of settings.");
    }
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    body.forEachEntry((key, node) -> {
      SystemSetting setting = named(key);
      String value = text(node);
      if (value == null) {
        requireRemovable(setting);
      } else {
        requireFitting(setting, value);
      }
      values.put(key, value);
    });
    values.forEach((key, value) -> {
      if (value == null) {
        settings.remove(key);
      } else {
        settings.set(key, null, value);
      }
      follow(key);
    });
    return Answers.ok("System settings imported");
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : node.isValueNode() ? node.asString() : node.toString();
  }

  private ServerResponse remove(ServerRequest request) {
    SystemSetting setting = named(request.pathVariable("key"));
    String locale = Requests.text(request, "locale");
    if (locale == null) {
      requireRemovable(setting);
      settings.remove(setting.key());
      follow(setting.key());
    } else {
      settings.set(setting.key(), locale, "");
    }
    return ServerResponse.noContent().build();
  }

  private ServerResponse removeAll(ServerRequest request) {
    List<String> keys = Requests.texts(request, "key");
    keys.forEach(key -> requireRemovable(named(key)));
    keys.forEach(settings::remove);
    keys.forEach(this::follow);
    return ServerResponse.noContent().build();
  }
}
