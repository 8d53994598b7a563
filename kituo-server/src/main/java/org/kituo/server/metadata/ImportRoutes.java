package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Identifier;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.Filter;
import org.kituo.model.query.ObjectQuery;
import org.kituo.model.query.Order;
import org.kituo.model.query.QueryException;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader.Misfit;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Parameters;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.job.RequestJob;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Import and export of metadata of all types: {@code /api/metadata}. */
public final class ImportRoutes {
  private final Views views;
  private final MetadataWriter writer;
  private final PayloadShapes shapes;
  private final Consumer<JsonGenerator> system;
  private final Jobs jobs;

  /** Routes over views and a writer; exports begin with a part about the system. */
  public ImportRoutes(
      Views views,
      MetadataWriter writer,
      PayloadShapes shapes,
      Consumer<JsonGenerator> system,
      Jobs jobs) {
    this.jobs = jobs;
    this.views = views;
    this.writer = writer;
    this.shapes = shapes;
    this.system = system;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/metadata"), this::read)
        .and(route(POST("/api/metadata/csv"), this::read))
        .and(route(POST("/api/metadata/gml"), this::readGml))
        .and(
            route(
                GET("/api/metadata/csvImportClasses"),
                r -> Answers.json(json -> json.writePOJO(CsvClass.values()))))
        .and(route(GET("/api/metadata"), this::write));
  }

  private ServerResponse read(ServerRequest request) throws SQLException {
    Parameters parameters = Parameters.of(request);
    options(parameters);
    return run(request, parameters, bundle(request, parameters));
  }

  /** Geometries of units that exist; each is written, or reported, for itself. */
  private ServerResponse readGml(ServerRequest request) throws SQLException {
    Map<String, String> values = new TreeMap<>(Map.of("atomicMode", "NONE"));
    values.putAll(Parameters.of(request).values());
    values.put("importStrategy", Strategy.UPDATE.name());
    if (Requests.flag(request, "dryRun", false)) {
      values.put("importMode", "VALIDATE");
    }
    ObjectNode bundle = GmlReader.bundle(Requests.body(request), views.of(request).snapshot());
    return run(request, new Parameters(values), bundle);
  }

  private ServerResponse run(ServerRequest request, Parameters parameters, ObjectNode bundle)
      throws SQLException {
    ReportJson.Mode mode = Requests.constant(request, "importReportMode", ReportJson.Mode.ERRORS);
    if (parameters.flag("async", false)) {
      shapes.bundle(bundle);
      return new RequestJob(parameters, bundle).start(jobs, JobType.METADATA_IMPORT, request);
    }
    return ReportAnswers.of(
        run(CurrentUser.actor(request), parameters, bundle, writer, shapes), mode);
  }

  private ObjectNode bundle(ServerRequest request, Parameters parameters) {
    String klass = parameters.text("classKey");
    if (klass != null || request.path().endsWith("/csv")) {
      return CsvClass.of(String.valueOf(klass))
          .bundle(
              Requests.bodyText(request),
              parameters.flag("firstRowIsHeader", true),
              views.of(request).snapshot());
    }
    if (!(Requests.json(request) instanceof ObjectNode bundle)) {
      throw Problem.conflict(null, "The body must be a JSON object with an array for each type.");
    }
    return bundle;
  }

  /** What is done for imports that go on after their request was answered. */
  public static JobWork work(
      Supplier<MetadataSnapshot> metadata, MetadataWriter writer, PayloadShapes shapes) {
    return run -> {
      RequestJob asked = RequestJob.of(run);
      run.info("Importing metadata");
      ImportReport report =
          run(
              RequestJob.actor(run.job(), metadata.get()),
              asked.parameters(),
              (ObjectNode) asked.body(),
              writer,
              shapes);
      String mode = asked.parameters().text("importReportMode");
      RequestJob.summary(
          run,
          json ->
              ReportJson.importReport(
                  json,
                  report,
                  mode == null ? ReportJson.Mode.ERRORS : ReportJson.Mode.valueOf(mode)));
      return "Import complete with status %s, %d created, %d updated, %d deleted, %d ignored"
          .formatted(
              report.status(),
              report.stats().created(),
              report.stats().updated(),
              report.stats().deleted(),
              report.stats().ignored());
    };
  }

  private static ImportReport run(
      Actor actor,
      Parameters parameters,
      ObjectNode bundle,
      MetadataWriter writer,
      PayloadShapes shapes) {
    ImportOptions options = options(parameters);
    Map<String, Integer> sizes = sizes(bundle);
    shapes.bundle(bundle);
    boolean byCode = options.identifier() == Identifier.CODE;
    return writer
        .run(
            actor,
            options,
            (snapshot, context) -> fitting(Bundle.read(bundle, byCode, snapshot, context.newUid())))
        .of(o -> !o.errors().isEmpty() || isListed(o, sizes));
  }

  private static Map<String, Integer> sizes(ObjectNode bundle) {
    Map<String, Integer> sizes = new TreeMap<>();
    bundle.forEachEntry((name, array) -> sizes.put(name, array.size()));
    return sizes;
  }

  /**
   * Whether a bundle lists an object under its type. Parts that were written out inside another
   * object, such as the views of a map, follow those; as long as nothing is wrong with them, the
   * report does not count them.
   */
  private static boolean isListed(ObjectReport report, Map<String, Integer> sizes) {
    String plural = ObjectType.of(report.object()).plural();
    return report.index() < sizes.getOrDefault(plural, 0);
  }

  /** Refuses a bundle with values that do not fit their properties, naming all of them. */
  static Bundle fitting(Bundle bundle) {
    List<String> wrong = new ArrayList<>();
    for (Bundle.Item item : bundle.items()) {
      for (Misfit misfit : item.misfits()) {
        if (isUnknownPeriodType(misfit)) {
          continue;
        }
        wrong.add(item.type().plural() + "[" + item.index() + "]." + misfit(misfit));
      }
    }
    if (!wrong.isEmpty()) {
      throw Problem.conflict(null, String.join("; ", wrong));
    }
    return bundle;
  }

  /** DHIS2 reports a period type that it does not know as one that is missing. */
  private static boolean isUnknownPeriodType(Misfit misfit) {
    return misfit.property().facts().required()
        && misfit.property().klass().equals("org.hisp.dhis.period.PeriodType");
  }

  /** What does not fit, and what would. */
  static String misfit(Misfit misfit) {
    Object[] constants = misfit.property().constants();
    String wanted =
        constants != null
            ? "one of " + List.of(constants)
            : "of type " + misfit.property().shape().name().toLowerCase(Locale.ROOT);
    return "%s: the value \"%s\" is not %s".formatted(misfit.path(), misfit.value(), wanted);
  }

  /** The options that the parameters of a request say. */
  static ImportOptions options(ServerRequest request) {
    return options(Parameters.of(request));
  }

  private static ImportOptions options(Parameters parameters) {
    String strategy = parameters.text("importStrategy");
    return new ImportOptions(
        strategy == null ? Strategy.CREATE_AND_UPDATE : strategy(strategy),
        !"NONE".equalsIgnoreCase(parameters.text("atomicMode")),
        "CODE".equalsIgnoreCase(parameters.text("identifier")) ? Identifier.CODE : Identifier.UID,
        !"VALIDATE".equalsIgnoreCase(parameters.text("importMode")),
        parameters.flag("skipSharing", false),
        parameters.flag("skipTranslation", false),
        parameters.flag("skipValidation", false),
        false);
  }

  private static Strategy strategy(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "CREATE", "NEW" -> Strategy.CREATE;
      case "UPDATE", "UPDATES" -> Strategy.UPDATE;
      case "DELETE", "DELETES" -> Strategy.DELETE;
      case "CREATE_AND_UPDATE", "NEW_AND_UPDATES", "SYNC" -> Strategy.CREATE_AND_UPDATE;
      default ->
          throw Problem.badRequest(
              null,
              "Value '%s' is not valid for parameter importStrategy. Valid values are: [CREATE, UPDATE, CREATE_AND_UPDATE, DELETE]"
                  .formatted(text));
    };
  }

  private ServerResponse write(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    Map<ObjectType<?>, ObjectQuery> queries = new java.util.LinkedHashMap<>();
    Map<ObjectType<?>, FieldsPlan> plans = new java.util.HashMap<>();
    try {
      for (ObjectType<?> type : asked(request)) {
        plans.put(type, FieldsPlan.compile(type, fields(request, type)));
        queries.put(type, query(request, type, view));
      }
    } catch (QueryException e) {
      throw Problem.conflict(null, String.valueOf(e.getMessage()));
    }
    ServerResponse response =
        Answers.json(json -> {
          json.writeStartObject();
          system.accept(json);
          queries.forEach((type, query) -> {
            List<MetadataObject> found =
                query.find(view, o -> AccessRules.may(actor, Action.READ, o, view.snapshot()));
            if (!found.isEmpty() && AccessRules.mayReadType(actor, type.facts())) {
              ReadRoutes.objects(
                  json,
                  type.plural(),
                  found,
                  java.util.Objects.requireNonNull(plans.get(type)),
                  view);
            }
          });
          json.writeEndObject();
        });
    return Requests.flag(request, "download", false)
        ? new HeadedResponse(response, "Content-Disposition", "attachment; filename=metadata.json")
        : response;
  }

  /**
   * The types that parameters name, such as {@code dataElements=true}; all but secondary ones where
   * none is named.
   */
  private static List<ObjectType<?>> asked(ServerRequest request) {
    Map<String, ObjectType<?>> named = new TreeMap<>();
    for (String parameter : request.servletRequest().getParameterMap().keySet()) {
      String plural =
          parameter.contains(":") ? parameter.substring(0, parameter.indexOf(':')) : parameter;
      ObjectType<?> type = MetadataTypes.byPlural(plural);
      boolean wanted = parameter.contains(":") || "true".equals(Requests.text(request, parameter));
      if (type != null && wanted) {
        named.put(plural, type);
      }
    }
    return MetadataTypes.ALL.stream()
        .filter(
            t -> named.isEmpty() ? !t.facts().secondary() && !isSecret(t) : named.containsValue(t))
        .toList();
  }

  private static boolean isSecret(ObjectType<?> type) {
    return type.plural().equals("apiToken");
  }

  private static String fields(ServerRequest request, ObjectType<?> type) {
    String own = String.join(",", Requests.texts(request, type.plural() + ":fields"));
    String all = String.join(",", Requests.texts(request, "fields"));
    String fields = !own.isEmpty() ? own : !all.isEmpty() ? all : ":owner";
    return Requests.flag(request, "skipSharing", false) ? fields + ",!sharing" : fields;
  }

  private static ObjectQuery query(ServerRequest request, ObjectType<?> type, View view) {
    ObjectQuery common = ObjectQueries.of(request, type, view);
    List<Filter> filters = new ArrayList<>(common.filters());
    Requests.texts(request, type.plural() + ":filter")
        .forEach(f -> filters.add(Filter.parse(type, f)));
    String order = String.join(",", Requests.texts(request, type.plural() + ":order"));
    List<Order> orders = order.isEmpty() ? common.orders() : Order.parse(type, order);
    return new ObjectQuery(type, filters, common.any(), null, orders, common.more());
  }
}
