package org.kituo.server.gist;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.ObjectView;
import org.kituo.model.query.Order;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Csv;
import org.kituo.server.http.Page;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Types;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Gists of lists, objects and collections. */
public final class GistRoutes {
  private static final int MOST_ITEMS = 1000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private enum Junction {
    AND,
    OR
  }

  private final Views views;

  /** Routes over views. */
  public GistRoutes(Views views) {
    this.views = views;
  }

  /** The routes. They come before those of objects and properties, which have the same form. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/{type}/gist"), r -> list(r, false))
        .and(route(GET("/api/{type}/gist.csv"), r -> list(r, true)))
        .and(route(GET("/api/{type}/{uid}/gist"), this::object))
        .and(route(GET("/api/{type}/{uid}/{property}/gist"), r -> property(r, false)))
        .and(route(GET("/api/{type}/{uid}/{property}/gist.csv"), r -> property(r, true)));
  }

  private ServerResponse list(ServerRequest request, boolean csv) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    Types.requireReadable(type, actor);
    View view = views.of(request);
    List<MetadataObject> all = new ArrayList<>();
    view.snapshot().all(MetadataTypes.record(type)).forEach(all::add);
    return listed(request, type, all, GistSize.S, csv);
  }

  private ServerResponse listed(
      ServerRequest request,
      ObjectType<?> type,
      List<MetadataObject> candidates,
      GistSize usual,
      boolean csv) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    Predicate<MetadataObject> readable =
        o -> AccessRules.may(actor, Action.READ, o, view.snapshot());
    List<GistField> fields = fields(request, type, usual);
    Predicate<MetadataObject> fits =
        new GistFilters(type, view, actor)
            .of(
                Requests.texts(request, "filter"),
                Requests.constant(request, "rootJunction", Junction.AND) == Junction.OR);
    List<MetadataObject> found =
        new ArrayList<>(candidates.stream().filter(readable.and(fits)).toList());
    String order = String.join(",", Requests.texts(request, "order"));
    Order.sort(found, Order.parse(type, order), view);
    Page page = Page.of(request, found.size(), MOST_ITEMS);
    List<MetadataObject> shown = page.of(found);
    if (csv) {
      return csv(request, fields, shown, view, readable);
    }
    if (Requests.flag(request, "headless", false)) {
      return Answers.json(json -> array(writer(request, json, view, readable), shown, fields));
    }
    String name = Requests.text(request, "pageListName");
    boolean counted =
        Requests.flag(request, "total", false) || Requests.flag(request, "totalPages", false);
    return Answers.json(json -> {
      json.writeStartObject();
      page.write(json, request, view.apiUrl(), counted);
      json.writeBooleanProperty("gist", true);
      json.writeName(name == null ? type.plural() : name);
      array(writer(request, json, view, readable), shown, fields);
      json.writeEndObject();
    });
  }

  private static List<GistField> fields(ServerRequest request, ObjectType<?> type, GistSize usual) {
    GistSize size = Requests.constant(request, "auto", usual);
    List<String> given = Requests.texts(request, "fields");
    return GistField.compile(type, given.isEmpty() ? "*" : String.join(",", given), size);
  }

  private static void array(
      GistWriter writer, List<MetadataObject> objects, List<GistField> fields) {
    writer.json().writeStartArray();
    objects.forEach(o -> writer.write(o, fields));
    writer.json().writeEndArray();
  }

  private static GistWriter writer(
      ServerRequest request, JsonGenerator json, View view, Predicate<MetadataObject> readable) {
    boolean absolute = Requests.flag(request, "absoluteUrls", false);
    return new GistWriter(
        json,
        view,
        readable,
        absolute ? view.apiUrl() : "/api",
        absolute ? "?absoluteUrls=true" : "");
  }

  /** One line for each object. Values that are lists or objects are written as JSON. */
  private static ServerResponse csv(
      ServerRequest request,
      List<GistField> fields,
      List<MetadataObject> objects,
      View view,
      Predicate<MetadataObject> readable) {
    Csv csv = new Csv(',', false);
    StringBuilder lines = new StringBuilder();
    lines.append(csv.line(fields.stream().map(f -> StringNode.valueOf(f.name())).toList()));
    for (MetadataObject object : objects) {
      List<JsonNode> values = new ArrayList<>();
      for (GistField field : fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Answers.write(
            bytes, json -> writer(request, json, view, readable).write(object, List.of(field)));
        values.add(JSON.readTree(bytes.toByteArray()));
      }
      lines.append(csv.line(values));
    }
    return Csv.answer(lines.toString());
  }

  private ServerResponse object(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    return object(request, type, request.pathVariable("uid"), GistSize.L);
  }

  private ServerResponse object(
      ServerRequest request, ObjectType<?> type, String uid, GistSize usual) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    MetadataObject object = Types.object(type, uid, actor, view.snapshot());
    List<GistField> fields = fields(request, type, usual);
    return Answers.json(json ->
        writer(request, json, view, o -> AccessRules.may(actor, Action.READ, o, view.snapshot()))
            .write(object, fields));
  }

  private ServerResponse property(ServerRequest request, boolean csv) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    MetadataObject object = Types.object(type, request.pathVariable("uid"), actor, view.snapshot());
    String name = request.pathVariable("property");
    TypeProperty property = type.property(name);
    if (property == null) {
      throw GistField.unknown(type, name);
    }
    Class<? extends Record> target = MetadataTypes.target(property);
    Object value = ObjectView.value(property, object, view);
    if (property.reference() && target != null && property.collection()) {
      return listed(
          request,
          ObjectType.of(target),
          members(request, property, value, target, view),
          GistSize.M,
          csv);
    }
    if (value instanceof Ref<?> ref && target != null) {
      return object(request, ObjectType.of(target), ref.id(), GistSize.L);
    }
    List<GistField> fields = GistField.compile(type, name, GistSize.L);
    return Answers.json(json -> writer(request, json, view, o -> true).write(object, fields));
  }

  /** The items of a collection; with {@code inverse} all others of their type. */
  private static List<MetadataObject> members(
      ServerRequest request,
      TypeProperty property,
      @Nullable Object value,
      Class<? extends Record> target,
      View view) {
    List<MetadataObject> members = new ArrayList<>();
    for (Object item : value instanceof List<?> list ? list : List.of()) {
      if (ObjectView.target(property, item, view) instanceof MetadataObject member) {
        members.add(member);
      }
    }
    if (!Requests.flag(request, "inverse", false)) {
      return members;
    }
    Set<MetadataObject> inside = new HashSet<>(members);
    List<MetadataObject> others = new ArrayList<>();
    view.snapshot()
        .all(MetadataTypes.record(ObjectType.of(target)))
        .forEach(o -> {
          if (!inside.contains(o)) {
            others.add(o);
          }
        });
    return others;
  }
}
