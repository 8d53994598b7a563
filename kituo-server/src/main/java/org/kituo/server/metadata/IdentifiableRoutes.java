package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Objects whose type the client does not know: {@code /api/identifiableObjects/{uid}}. */
public final class IdentifiableRoutes {
  private final Views views;

  /** Routes over views. */
  public IdentifiableRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/identifiableObjects/{uid}"), this::object)
        .and(route(GET("/api/identifiableObjects/{uid}/{property}"), this::property));
  }

  private static MetadataObject found(ServerRequest request, View view) {
    Actor actor = CurrentUser.actor(request);
    String uid = request.pathVariable("uid");
    return view.snapshot()
        .findAny(uid)
        .filter(o ->
            AccessRules.mayReadType(actor, ObjectType.of(o).facts())
                && AccessRules.may(actor, Action.READ, o, view.snapshot()))
        .orElseThrow(() -> Problem.notFound("No identifiable object with id `" + uid + "` exists"));
  }

  private ServerResponse object(ServerRequest request) {
    View view = views.of(request);
    MetadataObject object = found(request, view);
    FieldsPlan plan = FieldsPlan.compile(ObjectType.of(object), fields(request));
    return Answers.json(json -> new FieldsWriter(json, view).write(object, plan));
  }

  private static String fields(ServerRequest request) {
    List<String> given = Requests.texts(request, "fields");
    return given.isEmpty() ? FieldsPlan.ALL : String.join(",", given);
  }

  private ServerResponse property(ServerRequest request) {
    View view = views.of(request);
    MetadataObject object = found(request, view);
    String name = request.pathVariable("property");
    TypeProperty property = ObjectType.of(object).property(name);
    if (property == null || !property.facts().readable()) {
      throw Problem.notFound(
          "Property " + name + " does not exist on " + ObjectType.of(object).simpleKlass() + ".");
    }
    List<FieldSpec> children = FieldsParser.parse(fields(request));
    FieldSpec spec =
        new FieldSpec(name, false, List.of(), property.target() == null ? null : children);
    FieldsPlan plan = FieldsPlan.compile(ObjectType.of(object), List.of(spec));
    return Answers.json(json -> new FieldsWriter(json, view).write(object, plan));
  }
}
