package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.query.Order;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Page;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * The units around one, as a list: asked for by a path of their own, such as {@code
 * /organisationUnits/{uid}/children}, or by a parameter of the unit's own path, such as {@code
 * includeChildren}. The unit itself is in the list but where its parents or a level is asked for.
 */
public final class UnitRelatives {
  private static final ObjectType<OrganisationUnit> UNIT = ObjectType.of(OrganisationUnit.class);
  private static final Set<String> PATHS =
      Set.of("children", "descendants", "ancestors", "parents");
  private static final Set<String> PARAMETERS =
      Set.of("includeChildren", "includeDescendants", "includeAncestors", "level");

  private final Views views;

  /** Routes over views. */
  public UnitRelatives(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/organisationUnits/{uid}").and(UnitRelatives::isAsked), this::byParameter)
        .and(
            route(
                GET("/api/organisationUnits/{uid}/{relation}")
                    .and(r -> PATHS.contains(r.pathVariable("relation"))),
                r -> list(r, r.pathVariable("relation"))));
  }

  private static boolean isAsked(ServerRequest request) {
    return PARAMETERS.stream()
        .map(name -> Requests.text(request, name))
        .anyMatch(value -> value != null && !value.equals("false"));
  }

  private ServerResponse byParameter(ServerRequest request) {
    String relation =
        Requests.flag(request, "includeDescendants", false)
            ? "descendants"
            : Requests.flag(request, "includeChildren", false)
                ? "children"
                : Requests.flag(request, "includeAncestors", false) ? "ancestors" : "level";
    return list(request, relation);
  }

  private ServerResponse list(ServerRequest request, String relation) {
    View view = views.of(request);
    MetadataSnapshot snapshot = view.snapshot();
    OrganisationUnit unit =
        (OrganisationUnit)
            Types.object(UNIT, request.pathVariable("uid"), CurrentUser.actor(request), snapshot);
    int level = Requests.integer(request, "level", 1);
    List<MetadataObject> found =
        switch (relation) {
          case "descendants" -> below(unit, snapshot, Integer.MAX_VALUE, true);
          case "children" -> below(unit, snapshot, level, level == 1);
          case "level" -> below(unit, snapshot, level, false);
          case "parents" -> above(unit, snapshot);
          default -> {
            List<MetadataObject> up = above(unit, snapshot);
            up.add(unit);
            yield up;
          }
        };
    sort(found, request, view);
    return answer(request, view, found);
  }

  private static void sort(List<MetadataObject> units, ServerRequest request, View view) {
    String order = String.join(",", Requests.texts(request, "order"));
    if (!order.isEmpty()) {
      Order.sort(units, Order.parse(UNIT, order), view);
    }
  }

  private static ServerResponse answer(
      ServerRequest request, View view, List<MetadataObject> found) {
    String fields = String.join(",", Requests.texts(request, "fields"));
    FieldsPlan plan =
        FieldsPlan.compile(UNIT, FieldsParser.parse(fields.isEmpty() ? FieldsPlan.ALL : fields));
    Page page =
        Requests.flag(request, "paging", true)
            ? Page.of(request, found.size(), Integer.MAX_VALUE)
            : null;
    Optional<Members> members = Members.of(request, view.snapshot());
    return Answers.json(json -> {
      json.writeStartObject();
      if (page != null) {
        page.write(json, request, view.apiUrl(), true);
      }
      json.writeName(UNIT.plural());
      json.writeStartArray();
      for (MetadataObject unit : page == null ? found : page.of(found)) {
        write(json, unit, plan, view, members);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(
      JsonGenerator json,
      MetadataObject unit,
      FieldsPlan plan,
      View view,
      Optional<Members> members) {
    FieldsWriter writer = new FieldsWriter(json, view);
    json.writeStartObject();
    for (FieldsPlan.Node node : plan.nodes()) {
      TypeProperty property = node.property();
      if (property != null && property.name().equals("memberCount") && members.isPresent()) {
        json.writeNumberProperty(node.name(), members.get().within((OrganisationUnit) unit));
      } else if (property != null) {
        writer.property(unit, node, property);
      }
    }
    json.writeEndObject();
  }

  private static List<MetadataObject> above(OrganisationUnit unit, MetadataSnapshot snapshot) {
    List<MetadataObject> up = new ArrayList<>();
    Hierarchy.ancestors(unit, snapshot)
        .forEach(r -> snapshot.find(OrganisationUnit.class, r.id()).ifPresent(up::add));
    return up;
  }

  /** The units down to a depth below one, with those between or those at the depth alone. */
  private static List<MetadataObject> below(
      OrganisationUnit unit, MetadataSnapshot snapshot, int depth, boolean between) {
    List<MetadataObject> found = new ArrayList<>();
    List<OrganisationUnit> row = List.of(unit);
    for (int i = 0; !row.isEmpty(); i++) {
      if (between || i == depth) {
        found.addAll(row);
      }
      if (i == depth) {
        break;
      }
      List<OrganisationUnit> next = new ArrayList<>();
      row.forEach(u -> next.addAll(Hierarchy.children(u, snapshot)));
      next.sort(Comparator.comparing(OrganisationUnit::label));
      row = next;
    }
    return found;
  }

  /** Units that belong to a group, data set or another object, counted below a unit. */
  private record Members(TypeProperty held, String object, MetadataSnapshot snapshot) {

    /** What the parameters {@code memberCollection} and {@code memberObject} ask to count. */
    static Optional<Members> of(ServerRequest request, MetadataSnapshot snapshot) {
      String collection = Requests.text(request, "memberCollection");
      String object = Requests.text(request, "memberObject");
      TypeProperty held = collection == null ? null : held(collection);
      return held == null || object == null
          ? Optional.empty()
          : Optional.of(new Members(held, object, snapshot));
    }

    /** The property of the object's type that lists its units. */
    private static @Nullable TypeProperty held(String collection) {
      for (TypeProperty property : UNIT.properties().values()) {
        boolean named =
            property.name().equals(collection) || property.fieldName().equals(collection);
        if (named && property.inverse() != null) {
          return ObjectType.of(property.inverse().type()).property(property.inverse().property());
        }
      }
      return null;
    }

    int within(OrganisationUnit unit) {
      int count = 0;
      for (MetadataObject below : below(unit, snapshot, Integer.MAX_VALUE, true)) {
        for (String id : snapshot.referrerIds(held, below.uid())) {
          count += id.equals(object) ? 1 : 0;
        }
      }
      return count;
    }
  }
}
