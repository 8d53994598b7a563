package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.User;
import org.kituo.model.setting.SystemSetting;
import org.kituo.model.setting.UserSettings;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** The settings of users: their own, and those of others for whoever may change the accounts. */
public final class UserSettingRoutes {
  private static final String PATH = "/api/userSettings/{key}";

  private final Supplier<MetadataSnapshot> metadata;
  private final Settings settings;

  /** Routes over settings. */
  public UserSettingRoutes(Supplier<MetadataSnapshot> metadata, Settings settings) {
    this.metadata = metadata;
    this.settings = settings;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/userSettings"), this::all)
        .and(route(GET(PATH), this::one))
        .and(route(POST(PATH), this::set))
        .and(route(DELETE(PATH), this::remove));
  }

  /** Writes the settings of a user: those with some keys, or all. */
  static void write(JsonGenerator json, Settings settings, String userUid, List<String> keys) {
    json.writeStartObject();
    for (Map.Entry<String, SystemSetting> e : UserSettings.all().entrySet()) {
      if (keys.isEmpty() || keys.contains(e.getKey())) {
        json.writePOJOProperty(
            e.getKey(), e.getValue().typed(settings.ofUser(userUid, e.getKey())));
      }
    }
    json.writeEndObject();
  }

  private ServerResponse all(ServerRequest request) {
    String uid = user(request, Action.READ).uid();
    List<String> keys = Requests.texts(request, "key");
    return Answers.json(json -> write(json, settings, uid, keys));
  }

  private static SystemSetting named(ServerRequest request) {
    String key = request.pathVariable("key");
    SystemSetting setting = UserSettings.find(key);
    if (setting == null) {
      throw Problem.notFound("Setting does not exist: " + key);
    }
    return setting;
  }

  private ServerResponse one(ServerRequest request) {
    User user = user(request, Action.READ);
    return Answers.text(settings.ofUser(user.uid(), named(request).key()));
  }

  private ServerResponse set(ServerRequest request) {
    SystemSetting setting = named(request);
    User user = user(request, Action.WRITE);
    String value = request.servletRequest().getParameter("value");
    value = value == null ? Requests.bodyText(request) : value;
    if (value.isEmpty()) {
      throw Problem.conflict("E1004", "You need to specify a new value");
    }
    if (!setting.accepts(value)) {
      throw Problem.badRequest(
          "E1003", "Not a valid value for setting %s: %s".formatted(setting.key(), value));
    }
    settings.setOfUser(user.uid(), setting.key(), value);
    return Answers.ok("User setting saved");
  }

  private ServerResponse remove(ServerRequest request) {
    SystemSetting setting = named(request);
    settings.removeOfUser(user(request, Action.WRITE).uid(), setting.key());
    return ServerResponse.ok().build();
  }

  /** The user whose settings are meant: the one who asks unless the request names another. */
  private User user(ServerRequest request, Action action) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = metadata.get();
    String uid = Requests.text(request, "userId");
    String name = Requests.text(request, "user");
    Optional<User> named =
        uid != null
            ? snapshot.find(User.class, uid)
            : name != null
                ? snapshot.findByUnique(User.class, "username", name.toLowerCase(Locale.ROOT))
                : Optional.of(actor.user());
    User user =
        named.orElseThrow(
            () -> Problem.notFound("There is no user " + (uid == null ? name : uid) + "."));
    if (!user.uid().equals(actor.uid())
        && action == Action.WRITE
        && !AccessRules.may(actor, Action.WRITE, user, snapshot)) {
      throw Problem.forbidden("E1006", "You may not change the settings of another user.");
    }
    return user;
  }
}
