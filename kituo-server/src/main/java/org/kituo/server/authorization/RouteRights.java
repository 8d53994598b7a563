package org.kituo.server.authorization;

import java.util.List;
import java.util.Optional;
import org.kituo.model.access.Actor;
import org.kituo.server.authentication.CurrentUser;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Who may call which route: the first rule that fits a route decides. What no rule names is refused
 * to everyone but superusers, so that a forgotten rule closes a route instead of opening it. The
 * page {@code docs/routes.md} lists every route with its rule.
 */
public final class RouteRights implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final String ANY = "*";
  private static final String BELOW = "/**";

  private static final String SETTINGS = "F_SYSTEM_SETTING";
  private static final String PREDICT = "F_PREDICTOR_RUN";
  private static final String SCHEDULING = "F_SCHEDULING_ADMIN";
  private static final String ENTRY = "F_DATAVALUE_ADD";
  private static final String RANGES = "F_MINMAX_DATAELEMENT_ADD";
  private static final String USUAL_RANGES = "F_GENERATE_MIN_MAX_VALUES";

  private static final List<Rule> RULES =
      List.of(
          rule("POST", "/api/auth/logout", Right.ACCOUNT),
          rule(ANY, "/api/auth/**", Right.OPEN),
          rule("GET", "/api/ping", Right.OPEN),
          rule("GET", "/api/system/ping", Right.OPEN),
          rule("GET", "/api/loginConfig", Right.OPEN),
          rule("GET", "/api/locales/ui", Right.OPEN),
          rule("GET", "/api/account/listSessions", Right.ACCOUNT),
          rule("POST", "/api/account/**", Right.OPEN),
          rule("GET", "/api/account/**", Right.OPEN),
          rule(ANY, "/api/me/**", Right.ACCOUNT),
          rule(ANY, "/api/userSettings/**", Right.ACCOUNT),
          rule("GET", "/api/userLookup/**", Right.ACCOUNT),
          rule(ANY, "/api/apiToken/**", Right.ACCOUNT),
          rule("GET", "/api/sessions", Right.authority("F_PERFORM_MAINTENANCE")),
          rule("DELETE", "/api/sessions/**", Right.authority(Actor.ALL)),
          rule("GET", "/api/systemSettings/**", Right.ACCOUNT),
          rule("POST", "/api/systemSettings/**", Right.authority(SETTINGS)),
          rule("DELETE", "/api/systemSettings/**", Right.authority(SETTINGS)),
          rule("GET", "/api/configuration/**", Right.ACCOUNT),
          rule("POST", "/api/configuration/**", Right.authority(SETTINGS)),
          rule("DELETE", "/api/configuration/**", Right.authority(SETTINGS)),
          rule("GET", "/api/system/**", Right.ACCOUNT),
          rule(ANY, "/api/resourceTables/**", Right.authority("F_PERFORM_MAINTENANCE")),
          rule("GET", "/api", Right.ACCOUNT),
          rule("GET", "/api/resources", Right.ACCOUNT),
          rule("GET", "/api/openapi/**", Right.ACCOUNT),
          rule("GET", "/api/openapi.yaml", Right.ACCOUNT),
          rule("GET", "/api/{root}/openapi", Right.ACCOUNT),
          rule("GET", "/api/{root}/openapi.yaml", Right.ACCOUNT),
          rule("GET", "/api/schemas/**", Right.ACCOUNT),
          rule("POST", "/api/schemas/**", Right.ACCOUNT),
          rule("GET", "/api/periodTypes/**", Right.ACCOUNT),
          rule("GET", "/api/relativePeriods/**", Right.ACCOUNT),
          rule("GET", "/api/kituo/periods", Right.ACCOUNT),
          rule("GET", "/api/expressions/**", Right.ACCOUNT),
          rule("POST", "/api/indicators/expression/description", Right.ACCOUNT),
          rule("POST", "/api/validationRules/expression/description", Right.ACCOUNT),
          rule("POST", "/api/predictors/expression/description", Right.ACCOUNT),
          rule("POST", "/api/predictors/skipTest/description", Right.ACCOUNT),
          rule("POST", "/api/programIndicators/expression/description", Right.ACCOUNT),
          rule("POST", "/api/programIndicators/filter/description", Right.ACCOUNT),
          rule("POST", "/api/programRules/condition/description", Right.ACCOUNT),
          rule("POST", "/api/programRuleActions/data/expression/description", Right.ACCOUNT),
          rule("POST", "/api/dataValueSets", Right.FIGURES.with(ENTRY)),
          rule("GET", "/api/dataValueSets", Right.FIGURES),
          rule("GET", "/api/dataValueSets{suffix:\\..+}", Right.FIGURES),
          rule("POST", "/api/dataValues", Right.FIGURES.with(ENTRY)),
          rule("DELETE", "/api/dataValues", Right.FIGURES.with(ENTRY)),
          rule("POST", "/api/dataValues/file", Right.FIGURES.with(ENTRY)),
          rule("GET", "/api/dataValues/files", Right.FIGURES),
          rule("GET", "/api/dataValues", Right.FIGURES),
          rule("PUT", "/api/dataValues/**", Right.FIGURES),
          rule(ANY, "/api/dataEntry/minMaxValues", Right.FIGURES.with(RANGES)),
          rule(ANY, "/api/dataEntry/**", Right.FIGURES),
          rule("GET", "/api/audits/**", Right.FIGURES),
          rule(ANY, "/api/completeDataSetRegistrations/**", Right.FIGURES),
          rule(ANY, "/api/lockExceptions/**", Right.FIGURES),
          rule("GET", "/api/minMaxDataElements", Right.FIGURES),
          rule("POST", "/api/minMaxDataElements/values", Right.FIGURES.with(USUAL_RANGES)),
          rule("DELETE", "/api/minMaxDataElements/{ou}", Right.FIGURES.with(USUAL_RANGES)),
          rule(ANY, "/api/minMaxDataElements/**", Right.FIGURES.with(RANGES)),
          rule(ANY, "/api/minMaxValues/**", Right.FIGURES.with(USUAL_RANGES)),
          rule(ANY, "/api/analytics/**", Right.FIGURES),
          rule("GET", "/api/orgUnitAnalytics", Right.FIGURES),
          rule("GET", "/api/dataSetReport/**", Right.FIGURES),
          rule("GET", "/api/visualizations/data", Right.FIGURES),
          rule("GET", "/api/visualizations/history/data", Right.FIGURES),
          rule("GET", "/api/visualizations/{id}/data", Right.FIGURES),
          rule("GET", "/api/maps/{id}/data", Right.FIGURES),
          rule("GET", "/api/dashboards/{id}/data", Right.FIGURES),
          rule(ANY, "/api/predictions", Right.FIGURES.with(PREDICT)),
          rule(ANY, "/api/predictors/run", Right.FIGURES.with(PREDICT)),
          rule(ANY, "/api/predictors/{uid}/run", Right.FIGURES.with(PREDICT)),
          rule(ANY, "/api/predictorGroups/{uid}/run", Right.FIGURES.with(PREDICT)),
          rule(ANY, "/api/dataApprovals/**", Right.FIGURES),
          rule(ANY, "/api/dataAcceptances/**", Right.FIGURES),
          rule(ANY, "/api/dataAnalysis/**", Right.FIGURES),
          rule("GET", "/api/outlierDetection", Right.FIGURES),
          rule("GET", "/api/validation/**", Right.FIGURES),
          rule(ANY, "/api/validation/sendNotifications", Right.FIGURES.with("F_SEND_EMAIL")),
          rule(ANY, "/api/messageConversations/**", Right.ACCOUNT),
          rule("GET", "/api/jobConfigurations/jobTypes", Right.OBJECTS),
          rule("GET", "/api/jobConfigurations/jobTypesExtended", Right.OBJECTS),
          rule("POST", "/api/jobConfigurations/**", Right.OBJECTS.with(SCHEDULING)),
          rule("DELETE", "/api/validationResults", Right.FIGURES.with("F_PERFORM_MAINTENANCE")),
          rule("GET", "/api/validationResults/**", Right.FIGURES),
          rule("GET", "/api/programs/orgUnits", Right.OBJECTS),
          rule("POST", "/api/programs/{uid}/copy", Right.OBJECTS),
          rule("GET", "/api/categoryOptions/orgUnits", Right.OBJECTS),
          rule("GET", "/api/documents/{uid}/data", Right.OBJECTS),
          rule(ANY, "/api/icons/**", Right.ACCOUNT),
          rule("POST", "/api/fileResources", Right.ACCOUNT),
          rule("GET", "/api/fileResources/**", Right.OBJECTS),
          rule("GET", "/api/geoFeatures", Right.FIGURES),
          rule("GET", "/api/authorities", Right.ACCOUNT),
          rule("GET", "/api/staticConfiguration/**", Right.ACCOUNT),
          rule("POST", "/api/i18n", Right.ACCOUNT),
          rule("GET", "/api/locales/**", Right.ACCOUNT),
          rule("POST", "/api/locales/dbLocales", Right.authority("F_LOCALE_ADD")),
          rule("DELETE", "/api/locales/dbLocales/**", Right.authority("F_LOCALE_DELETE")),
          rule("POST", "/api/organisationUnitProfile", Right.authority("F_ORG_UNIT_PROFILE_ADD")),
          rule("GET", "/api/organisationUnitProfile", Right.ACCOUNT),
          rule("GET", "/api/organisationUnitProfile/**", Right.FIGURES),
          rule(ANY, "/api/maintenance/**", Right.authority("F_PERFORM_MAINTENANCE")),
          rule(ANY, "/api/dataIntegrity/**", Right.authority("F_PERFORM_MAINTENANCE")),
          rule("GET", "/api/filledOrganisationUnitLevels", Right.ACCOUNT),
          rule("POST", "/api/filledOrganisationUnitLevels", Right.OBJECTS),
          rule("GET", "/api/deletedObjects", Right.authority(Actor.ALL)),
          rule(
              "PUT",
              "/api/kituo/organisationUnits/{uid}/parents",
              Right.OBJECTS.with("F_ORGANISATIONUNIT_MOVE")),
          rule(ANY, "/api/kituo/imports/**", Right.FIGURES),
          rule(ANY, "/api/kituo/queries/**", Right.FIGURES),
          rule("GET", "/api/kituo/history", Right.OBJECTS.with("F_METADATA_EXPORT")),
          rule("POST", "/api/kituo/plan", Right.OBJECTS.with("F_METADATA_IMPORT")),
          rule("POST", "/api/kituo/apply", Right.OBJECTS.with("F_METADATA_IMPORT")),
          rule(ANY, "/api/kituo/**", Right.OBJECTS),
          rule(ANY, "/api/metadata/**", Right.OBJECTS),
          rule("GET", "/api/identifiableObjects/**", Right.OBJECTS),
          rule("GET", "/api/dimensions/**", Right.OBJECTS),
          rule("GET", "/api/dataItems", Right.OBJECTS),
          rule("GET", "/api/dataElementOperands", Right.OBJECTS),
          rule("GET", "/api/dataElementGroups/{uid}/operands/**", Right.OBJECTS),
          rule("GET", "/api/organisationUnitLocations/**", Right.OBJECTS),
          rule("GET", "/api/programDataElements", Right.OBJECTS),
          rule(
              "POST",
              "/api/organisationUnits/merge",
              Right.OBJECTS.with("F_ORGANISATION_UNIT_MERGE")),
          rule(
              "POST",
              "/api/organisationUnits/split",
              Right.OBJECTS.with("F_ORGANISATION_UNIT_SPLIT")),
          rule(
              "DELETE",
              "/api/organisationUnits/geometry",
              Right.OBJECTS.with("F_PERFORM_MAINTENANCE")),
          rule(ANY, "/api/organisationUnits/**", Right.OBJECTS),
          rule(ANY, "/api/sharing/**", Right.OBJECTS),
          rule(ANY, "/api/dashboards/**", Right.OBJECTS),
          rule(ANY, "/api/dataSets/**", Right.OBJECTS),
          rule("POST", "/api/users/{uid}/replica", Right.OBJECTS.with("F_REPLICATE_USER")),
          rule(ANY, "/api/users/**", Right.OBJECTS),
          rule(ANY, "/api/userRoles/**", Right.OBJECTS),
          rule(ANY, "/api/{type}/**", Right.OBJECTS),
          rule(ANY, "/api/{*rest}", Right.ACCOUNT));

  /** One rule: a method or any, and a path of routes in all formats, or all below one. */
  private record Rule(String method, String path, Right right) {
    boolean fits(String asked, String route) {
      boolean all = path.endsWith(BELOW);
      String start = all ? path.substring(0, path.length() - BELOW.length()) : path;
      return (method.equals(ANY) || method.equals(asked))
          && (route.equals(start)
              || route.startsWith(start + ".")
              || all && route.startsWith(start + "/"));
    }
  }

  private static Rule rule(String method, String path, Right right) {
    return new Rule(method, path, right);
  }

  /**
   * What a route needs.
   *
   * @param route its path as it was declared, such as {@code /api/{type}/{uid}}
   * @return empty where no rule names it
   */
  static Optional<Right> of(String method, String route) {
    return RULES.stream().filter(r -> r.fits(method, route)).map(Rule::right).findFirst();
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    if (request.path().startsWith("/api")) {
      Right right = right(request);
      if (!right.open()) {
        Actor actor = CurrentUser.actor(request);
        if (!right.authorities().isEmpty()) {
          CurrentUser.require(actor, right.authorities().toArray(String[]::new));
        }
      }
    }
    return next.handle(request);
  }

  /** What a route asks of its caller: where no rule names it, every authority. */
  static Right asked(String method, String route) {
    return of(method, route).orElse(Right.authority(Actor.ALL));
  }

  private static Right right(ServerRequest request) {
    Object route = request.attribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).orElse("");
    return asked(request.method().name(), route.toString());
  }
}
