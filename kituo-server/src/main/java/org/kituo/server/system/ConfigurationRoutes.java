package org.kituo.server.system;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.IndicatorGroup;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.period.PeriodType;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.kituo.server.period.PeriodRoutes;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What an administrator has chosen for the system: {@code /api/configuration} and its parts. Most
 * parts name one object, which is sent as text and answered as a whole; the rest are lists and
 * single values. A part that is not set is answered with nothing.
 */
public final class ConfigurationRoutes {
  private static final String PATH = "/api/configuration/";
  private static final String PERIOD_TYPE = "infrastructuralPeriodType";
  private static final String ALLOWLIST = "corsAllowlist";
  private static final String OUTPUT_PERIODS = "dataOutputPeriodTypes";

  private static final Map<String, Class<? extends MetadataObject>> OBJECTS =
      new TreeMap<>(
          Map.of(
              "feedbackRecipients", UserGroup.class,
              "systemUpdateNotificationRecipients", UserGroup.class,
              "offlineOrganisationUnitLevel", OrganisationUnitLevel.class,
              "infrastructuralIndicators", IndicatorGroup.class,
              "infrastructuralDataElements", DataElementGroup.class,
              "selfRegistrationRole", UserRole.class,
              "selfRegistrationOrgUnit", OrganisationUnit.class,
              "facilityOrgUnitGroupSet", OrganisationUnitGroupSet.class,
              "facilityOrgUnitLevel", OrganisationUnitLevel.class));

  private final Views views;
  private final Settings settings;
  private final SystemPart system;

  /** Routes over settings. */
  public ConfigurationRoutes(Views views, Settings settings, SystemPart system) {
    this.views = views;
    this.settings = settings;
    this.system = system;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/configuration"), this::all)
        .and(route(GET(PATH + "{part}"), this::one))
        .and(route(POST(PATH + "{part}"), this::set))
        .and(route(DELETE(PATH + "{part}"), this::remove));
  }

  private ServerResponse all(ServerRequest request) {
    View view = views.of(request);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("systemId", system.systemId());
      for (String part : OBJECTS.keySet()) {
        object(part, view)
            .ifPresent(object -> {
              json.writeName(part);
              write(json, object, view);
            });
      }
      settings
          .set(PERIOD_TYPE)
          .ifPresent(type -> {
            json.writeName(PERIOD_TYPE);
            periodType(json, type);
          });
      for (String list : new String[] {"corsWhitelist", ALLOWLIST, OUTPUT_PERIODS}) {
        json.writeName(list);
        json.writeTree(list(list));
      }
      json.writeEndObject();
    });
  }

  private Optional<MetadataObject> object(String part, View view) {
    Class<? extends MetadataObject> type = OBJECTS.get(part);
    return type == null
        ? Optional.empty()
        : settings
            .set(part)
            .flatMap(id -> view.snapshot().find(type, id))
            .map(MetadataObject.class::cast);
  }

  private static void write(JsonGenerator json, MetadataObject object, View view) {
    FieldsPlan all = FieldsPlan.compile(ObjectType.of(object), FieldsParser.parse(FieldsPlan.ALL));
    new FieldsWriter(json, view).write(object, all);
  }

  private JsonNode list(String part) {
    String key = part.equals("corsWhitelist") ? ALLOWLIST : part;
    JsonNode kept = JsonMapper.shared().readTree(settings.set(key).orElse("[]"));
    if (!part.equals(OUTPUT_PERIODS)) {
      return kept;
    }
    ArrayNode types = JsonMapper.shared().createArrayNode();
    kept.forEach(type -> types.add(PeriodRoutes.row(periodType(type.path("name").asString("")))));
    return types;
  }

  private static void periodType(JsonGenerator json, String name) {
    json.writeStartObject();
    for (String property : new String[] {"id", "code", "name", "displayName"}) {
      json.writeStringProperty(property, name);
    }
    json.writeName("sharing");
    json.writeTree(JsonMapper.shared().readTree("{\"users\":{},\"userGroups\":{}}"));
    for (String list : new String[] {"translations", "attributeValues"}) {
      json.writeName(list);
      json.writeStartArray();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private ServerResponse one(ServerRequest request) {
    View view = views.of(request);
    String part = request.pathVariable("part");
    if (OBJECTS.containsKey(part)) {
      return object(part, view)
          .map(object -> Answers.json(json -> write(json, object, view)))
          .orElseGet(() -> ServerResponse.ok().build());
    }
    return switch (part) {
      case "systemId" -> Answers.text(system.systemId());
      case "corsWhitelist", ALLOWLIST, OUTPUT_PERIODS ->
          Answers.json(json -> json.writeTree(list(part)));
      case PERIOD_TYPE ->
          Answers.json(json -> periodType(json, settings.set(PERIOD_TYPE).orElse("Yearly")));
      case "systemReadOnlyMode" -> Answers.json(json -> json.writeBoolean(false));
      case "remoteServerUrl" -> Answers.text(settings.text("keyRemoteInstanceUrl"));
      case "remoteServerUsername" -> Answers.text(settings.text("keyRemoteInstanceUsername"));
      case "twoFactorMethods" ->
          Answers.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("totp2faEnabled", true);
            json.writeBooleanProperty("email2faEnabled", false);
            json.writeEndObject();
          });
      default -> throw unknown(part);
    };
  }

  private static Problem unknown(String part) {
    return Problem.notFound("There is no part " + part + " of the configuration.");
  }

  private ServerResponse set(ServerRequest request) {
    String part = request.pathVariable("part");
    Class<? extends MetadataObject> type = OBJECTS.get(part);
    if (type != null) {
      String id = plain(request);
      if (views.of(request).snapshot().find(type, id).isEmpty()) {
        throw Problem.notFound(
            ObjectType.of(type).simpleKlass() + " with id " + id + " could not be found.");
      }
      settings.set(part, null, id);
    } else {
      settings.set(part.equals("corsWhitelist") ? ALLOWLIST : part, null, value(part, request));
    }
    return ServerResponse.noContent().build();
  }

  private static String plain(ServerRequest request) {
    return Requests.bodyText(request).replace("\"", "").strip();
  }

  private static String value(String part, ServerRequest request) {
    return switch (part) {
      case PERIOD_TYPE -> periodType(plain(request)).apiName();
      case "corsWhitelist", ALLOWLIST, OUTPUT_PERIODS -> {
        JsonNode list = Requests.json(request);
        if (!list.isArray()) {
          throw Problem.conflict("E1004", "The body must be a JSON array.");
        }
        if (part.equals(OUTPUT_PERIODS)) {
          list.forEach(type -> periodType(type.path("name").asString("")));
        }
        yield list.toString();
      }
      default -> throw unknown(part);
    };
  }

  private static PeriodType periodType(String name) {
    return PeriodType.ofApiName(name)
        .orElseThrow(() -> Problem.notFound("There is no period type " + name));
  }

  private ServerResponse remove(ServerRequest request) {
    String part = request.pathVariable("part");
    if (!OBJECTS.containsKey(part)) {
      throw unknown(part);
    }
    settings.remove(part);
    return ServerResponse.noContent().build();
  }
}
