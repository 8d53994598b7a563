package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.query.Filter;
import org.kituo.model.query.ObjectQuery;
import org.kituo.model.query.Order;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Csv;
import org.kituo.server.http.Page;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** Reading metadata: lists, objects, and properties of objects. */
public final class ReadRoutes {
  private static final String LIST_FIELDS = "id,displayName";

  private final Views views;
  private final SnapshotTags tags;

  /** Routes over views. */
  public ReadRoutes(Views views, SnapshotTags tags) {
    this.views = views;
    this.tags = tags;
  }

  /** The routes. They take any type's name, so that they come after those of particular paths. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/{type}.csv"), r -> list(r, true))
        .and(route(GET("/api/{type}"), r -> list(r, isCsvWanted(r))))
        .and(route(GET("/api/{type}/{uid}"), this::object))
        .and(route(GET("/api/{type}/{uid}/{property}"), this::property));
  }

  private static boolean isCsvWanted(ServerRequest request) {
    String accepted = request.servletRequest().getHeader("Accept");
    return accepted != null && accepted.startsWith("text/csv");
  }

  private ServerResponse list(ServerRequest request, boolean csv) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    Types.requireReadable(type, actor);
    View view = views.of(request, type);
    return Views.isLive(type)
        ? listed(request, type, actor, view, csv)
        : tags.answered(request, view, () -> listed(request, type, actor, view, csv));
  }

  private static ServerResponse listed(
      ServerRequest request, ObjectType<?> type, Actor actor, View view, boolean csv) {
    ObjectQuery query = ObjectQueries.of(request, type, view);
    FieldsPlan plan = FieldsPlan.compile(type, fields(request, LIST_FIELDS));
    boolean paged =
        Requests.flag(request, "paging", true) && !Requests.flag(request, "skipPaging", false);
    boolean gist = paged && isGist(query, plan);
    if (gist && query.orders().isEmpty()) {
      query =
          new ObjectQuery(
              type, query.filters(), query.any(), query.search(), byId(type), query.more());
    }
    List<MetadataObject> found =
        query.find(view, o -> AccessRules.may(actor, Action.READ, o, view.snapshot()));
    Page page = paged ? Page.of(request, found.size(), Integer.MAX_VALUE) : null;
    List<MetadataObject> shown = page == null ? found : page.of(found);
    if (csv) {
      return Csv.answer(ListCsv.of(request, shown, plan, view));
    }
    return Answers.json(json -> {
      json.writeStartObject();
      if (page != null) {
        page.write(json, request, view.apiUrl(), true);
      }
      if (gist) {
        json.writeBooleanProperty("gist", true);
      }
      objects(json, type.plural(), shown, plan, view);
      json.writeEndObject();
    });
  }

  /** Writes an array of objects under a name. */
  static void objects(
      JsonGenerator json,
      String name,
      List<? extends MetadataObject> objects,
      FieldsPlan plan,
      View view) {
    FieldsWriter writer = new FieldsWriter(json, view);
    json.writeName(name);
    json.writeStartArray();
    objects.forEach(o -> writer.write(o, plan));
    json.writeEndArray();
  }

  private static List<Order> byId(ObjectType<?> type) {
    TypeProperty id = type.property("id");
    return id == null ? List.of() : List.of(new Order(id, false, false, true));
  }

  /**
   * DHIS2 2.44 answers simple lists by another part of the server, and says so: {@code "gist":
   * true}. Clients read it.
   */
  private static boolean isGist(ObjectQuery query, FieldsPlan plan) {
    return plan.plain()
        && query.search() == null
        && query.filters().stream().allMatch(Filter::plain)
        && query.orders().stream().allMatch(o -> o.known() && !o.ignoringCase());
  }

  private static String fields(ServerRequest request, String otherwise) {
    List<String> given = Requests.texts(request, "fields");
    return given.isEmpty() ? otherwise : String.join(",", given);
  }

  private ServerResponse object(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request, type);
    MetadataObject object = Types.object(type, request.pathVariable("uid"), actor, view.snapshot());
    Supplier<ServerResponse> answer =
        () -> {
          FieldsPlan plan = FieldsPlan.compile(type, fields(request, FieldsPlan.ALL));
          return Answers.json(json -> new FieldsWriter(json, view).write(object, plan));
        };
    return Views.isLive(type) ? answer.get() : tags.answered(request, view, answer);
  }

  private ServerResponse property(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    MetadataObject object = Types.object(type, request.pathVariable("uid"), actor, view.snapshot());
    String name = request.pathVariable("property");
    TypeProperty property = type.property(name);
    if (property == null || !property.facts().readable()) {
      throw Problem.notFound("Property " + name + " does not exist on " + type.simpleKlass() + ".");
    }
    String wanted = fields(request, FieldsPlan.ALL);
    @Nullable List<FieldSpec> children =
        property.target() == null ? null : FieldsParser.parse(wanted);
    FieldsPlan plan =
        FieldsPlan.compile(type, List.of(new FieldSpec(name, false, List.of(), children)));
    return Answers.json(json -> new FieldsWriter(json, view).write(object, plan));
  }
}
