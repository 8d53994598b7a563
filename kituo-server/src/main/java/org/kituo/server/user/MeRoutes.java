package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.access.Authorities;
import org.kituo.model.metadata.ApiToken;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.User;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.setting.SystemSetting;
import org.kituo.model.setting.UserSettings;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Who the user is and what the user may do, as every app asks at its start. */
public final class MeRoutes {
  /** What is told where nothing particular is asked, in the order of DHIS2. */
  private static final String USUAL =
      "id,username,surname,firstName,employer,languages,gender,jobTitle,avatar,created,lastUpdated,"
          + "dataViewOrganisationUnits,favorites,sharing,userGroupAccesses,userAccesses,userGroups,translations,"
          + "teiSearchOrganisationUnits,organisationUnits,displayName,access,name,email,emailVerified,phoneNumber,"
          + "introduction,birthday,nationality,education,interests,whatsApp,facebookMessenger,skype,telegram,twitter,"
          + "userRoles,settings,programs,authorities,dataSets,attributeValues,patTokens,twoFactorType,impersonation";

  private final Views views;
  private final Settings settings;

  /** Routes over views and settings. */
  public MeRoutes(Views views, Settings settings) {
    this.views = views;
    this.settings = settings;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/me"), this::me)
        .and(route(GET("/api/me/settings"), this::settings))
        .and(route(GET("/api/me/settings/{key}"), this::setting))
        .and(route(GET("/api/me/authorization").or(GET("/api/me/authorities")), this::authorities))
        .and(route(GET("/api/me/authorization/{authority}"), this::authority))
        .and(route(GET("/api/me/authorities/{authority}"), this::authority))
        .and(route(GET("/api/authorities"), MeRoutes::all))
        .and(
            route(
                POST("/api/me/dashboard/interpretations/read"),
                r -> ServerResponse.noContent().build()));
  }

  private ServerResponse me(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    List<String> given = Requests.texts(request, "fields");
    String wanted = String.join(",", given);
    boolean usual = given.isEmpty() || wanted.equals("*") || wanted.equals(":all");
    List<FieldSpec> fields = FieldsParser.parse(usual ? USUAL : wanted);
    FieldsPlan plan = FieldsPlan.compile(ObjectType.of(User.class), fields);
    return Answers.json(json -> {
      json.writeStartObject();
      FieldsWriter writer = new FieldsWriter(json, view);
      for (FieldsPlan.Node node : plan.nodes()) {
        if (node.property() != null && !node.property().name().equals("settings")) {
          writer.property(actor.user(), node, node.property());
        }
      }
      for (FieldSpec field : fields) {
        extra(json, field, actor, view);
      }
      json.writeEndObject();
    });
  }

  private void extra(JsonGenerator json, FieldSpec field, Actor actor, View view) {
    switch (field.name()) {
      case "settings" -> {
        json.writeName("settings");
        writeSettings(json, field, actor.uid());
      }
      case "authorities" -> {
        json.writeName("authorities");
        strings(json, new ArrayList<>(new TreeSet<>(actor.authorities())));
      }
      case "dataSets" -> {
        json.writeName("dataSets");
        strings(json, writable(actor, view, view.snapshot().all(DataSet.class)));
      }
      case "programs" -> {
        json.writeName("programs");
        strings(json, writable(actor, view, view.snapshot().all(Program.class)));
      }
      case "patTokens" -> {
        json.writeName("patTokens");
        tokens(json, actor, view);
      }
      case "twoFactorType" -> json.writeStringProperty("twoFactorType", "NOT_ENABLED");
      case "userAccesses", "userGroupAccesses", "favorites" -> {
        json.writeName(field.name());
        strings(json, List.of());
      }
      default -> {}
    }
  }

  /**
   * The objects in which the user may enter data: those whose data he may write, at units that are
   * his.
   */
  private static List<String> writable(
      Actor actor, View view, Iterable<? extends MetadataObject> objects) {
    List<String> ids = new ArrayList<>();
    for (MetadataObject object : objects) {
      if (AccessRules.may(actor, Action.DATA_WRITE, object, view.snapshot())) {
        ids.add(object.uid());
      }
    }
    ids.sort(null);
    return ids;
  }

  private static void strings(JsonGenerator json, List<String> texts) {
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void tokens(JsonGenerator json, Actor actor, View view) {
    json.writeStartArray();
    view.snapshot().all(ApiToken.class).stream()
        .filter(t -> actor.uid().equals(t.identity().sharing().owner()))
        .map(ApiToken::uid)
        .sorted()
        .forEach(uid -> {
          json.writeStartObject();
          json.writeStringProperty("id", uid);
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private void writeSettings(JsonGenerator json, FieldSpec field, String userUid) {
    List<FieldSpec> children = field.children();
    boolean all = children == null || children.stream().anyMatch(FieldSpec::preset);
    List<String> keys =
        all || children == null ? List.of() : children.stream().map(FieldSpec::name).toList();
    UserSettingRoutes.write(json, settings, userUid, keys);
  }

  private ServerResponse settings(ServerRequest request) {
    String uid = CurrentUser.actor(request).uid();
    List<String> keys = Requests.texts(request, "key");
    return Answers.json(json -> UserSettingRoutes.write(json, settings, uid, keys));
  }

  private ServerResponse setting(ServerRequest request) {
    String uid = CurrentUser.actor(request).uid();
    String key = request.pathVariable("key");
    SystemSetting setting = UserSettings.find(key);
    return Answers.json(
        json -> json.writePOJO(setting == null ? "" : setting.typed(settings.ofUser(uid, key))));
  }

  private ServerResponse authorities(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    return Answers.json(json -> strings(json, new ArrayList<>(new TreeSet<>(actor.authorities()))));
  }

  private static ServerResponse all(ServerRequest request) {
    CurrentUser.actor(request);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("systemAuthorities");
      json.writeStartArray();
      for (String authority : Authorities.ALL) {
        json.writeStartObject();
        json.writeStringProperty("id", authority);
        json.writeStringProperty("name", Authorities.name(authority));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse authority(ServerRequest request) {
    boolean has = CurrentUser.actor(request).hasAny(request.pathVariable("authority"));
    return Answers.json(json -> json.writeBoolean(has));
  }
}
