package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.Program;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The units that programs or category options are assigned to, by their identifiers alone, for
 * clients that keep many units: {@code /api/programs/orgUnits?programs=}.
 */
public final class AssignedUnitRoutes {
  private final Views views;

  /** Routes over views. */
  public AssignedUnitRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/programs/orgUnits"), r -> units(r, Program.class))
        .and(route(GET("/api/categoryOptions/orgUnits"), r -> units(r, CategoryOption.class)));
  }

  /** Of the objects that the parameter named like the type names, or of all. */
  private ServerResponse units(ServerRequest request, Class<? extends MetadataObject> record) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = view.snapshot();
    ObjectType<?> type = ObjectType.of(record);
    TypeProperty units = Objects.requireNonNull(type.property("organisationUnits"));
    List<String> named =
        Requests.texts(request, type.plural()).stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .toList();
    Stream<? extends MetadataObject> objects =
        named.isEmpty()
            ? snapshot.all(record).stream()
            : named.stream().flatMap(uid -> snapshot.find(record, uid).stream());
    Map<String, List<?>> found = new LinkedHashMap<>();
    objects
        .filter(o -> AccessRules.may(actor, Action.READ, o, snapshot))
        .forEach(o -> found.put(o.uid(), units.storedItems(o)));
    return Answers.json(json -> {
      json.writeStartObject();
      found.forEach((uid, refs) -> {
        json.writeName(uid);
        json.writeStartArray();
        refs.forEach(ref -> json.writeString(((Ref<?>) ref).id()));
        json.writeEndArray();
      });
      json.writeEndObject();
    });
  }
}
