package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Dependencies;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * An object with all that it needs, as a bundle that another server imports: {@code
 * /api/dataSets/{uid}/metadata}, and so for every type.
 */
public final class DependencyRoutes {
  private final Views views;
  private final Consumer<JsonGenerator> system;

  /** Routes over views; a writer tells which system a bundle is from. */
  public DependencyRoutes(Views views, Consumer<JsonGenerator> system) {
    this.views = views;
    this.system = system;
  }

  /** The routes. They come before those of properties, which have the same form. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/{type}/{uid}/metadata"), this::export);
  }

  private ServerResponse export(ServerRequest request) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    String uid = request.pathVariable("uid");
    MetadataObject root =
        view.snapshot()
            .find(MetadataTypes.record(type), uid)
            .map(MetadataObject.class::cast)
            .orElseThrow(() ->
                Problem.of(
                    HttpStatus.NOT_FOUND, null, type.simpleKlass() + " not found for uid: " + uid));
    Types.object(type, uid, actor, view.snapshot());
    Map<ObjectType<?>, List<MetadataObject>> byType =
        new TreeMap<>(Comparator.comparingInt(MetadataTypes.ALL::indexOf));
    Dependencies.of(
            root, view.snapshot(), o -> AccessRules.may(actor, Action.READ, o, view.snapshot()))
        .forEach(o -> byType.computeIfAbsent(ObjectType.of(o), t -> new ArrayList<>()).add(o));
    String fields = Requests.flag(request, "skipSharing", false) ? ":owner,!sharing" : ":owner";
    ServerResponse response =
        Answers.json(json -> {
          json.writeStartObject();
          system.accept(json);
          byType.forEach((t, objects) -> {
            objects.sort(Comparator.comparing(MetadataObject::label).thenComparing(o -> o.uid()));
            ReadRoutes.objects(json, t.plural(), objects, FieldsPlan.compile(t, fields), view);
          });
          json.writeEndObject();
        });
    return Requests.flag(request, "download", false)
        ? new HeadedResponse(response, "Content-Disposition", "attachment; filename=metadata.json")
        : response;
  }
}
