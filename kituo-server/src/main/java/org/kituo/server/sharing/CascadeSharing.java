package org.kituo.server.sharing;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.metadata.Dashboard;
import org.kituo.model.metadata.DashboardItem;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.References;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.ReportAnswers;
import org.kituo.server.metadata.SingleImport;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * Lets those with whom a dashboard is shared see what is on it: the charts, tables and maps, and
 * the data that they show. Users and groups who may read the dashboard get to read each object that
 * nobody may read but those whom its own sharing names. What everybody may read is left as it is.
 */
public final class CascadeSharing {
  private static final String READ = "r-------";
  private static final int DEPTH = 3;

  private final SingleImport single;

  /** Over the import of objects. */
  public CascadeSharing(SingleImport single) {
    this.single = single;
  }

  /** The route. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/dashboards/cascadeSharing/{uid}"), this::cascade);
  }

  /** What a cascade comes to: the objects with their new sharing, errors, and the tiles touched. */
  private record Cascade(
      Map<String, MetadataObject> changed, List<ImportError> errors, int items) {}

  private ServerResponse cascade(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    String uid = request.pathVariable("uid");
    Dashboard dashboard =
        snapshot
            .find(Dashboard.class, uid)
            .filter(d -> AccessRules.may(actor, Action.READ, d, snapshot))
            .orElseThrow(
                () -> Problem.notFound("Dashboard with id " + uid + " could not be found."));
    Cascade cascade = of(dashboard, actor, snapshot);
    boolean stopped = Requests.flag(request, "atomic", false) && !cascade.errors.isEmpty();
    if (!stopped && !Requests.flag(request, "dryRun", false) && !cascade.changed.isEmpty()) {
      List<Bundle.Item> items = new ArrayList<>();
      cascade
          .changed
          .values()
          .forEach(o -> items.addAll(Bundle.of(o, ObjectType.of(o).properties().keySet()).items()));
      SingleImport.require(
          single
              .writer()
              .run(actor, ImportOptions.of(Strategy.UPDATE), (now, context) -> new Bundle(items)));
    }
    return Answers.json(json -> write(json, cascade, stopped));
  }

  private static Cascade of(Dashboard dashboard, Actor actor, MetadataSnapshot snapshot) {
    Sharing source = dashboard.identity().sharing();
    Map<String, MetadataObject> changed = new LinkedHashMap<>();
    List<ImportError> errors = new ArrayList<>();
    int touched = 0;
    for (DashboardItem item : dashboard.dashboardItems()) {
      boolean any = false;
      for (MetadataObject target : shown(item, snapshot)) {
        Sharing shared = shared(target.identity().sharing(), source);
        if (!shared.equals(target.identity().sharing())) {
          if (AccessRules.may(actor, Action.WRITE, target, snapshot)) {
            changed.put(target.uid(), SharingChange.with(target, shared));
            any = true;
          } else {
            errors.add(refused(actor, target));
          }
        }
      }
      touched += any ? 1 : 0;
    }
    return new Cascade(changed, errors, touched);
  }

  private static ImportError refused(Actor actor, MetadataObject target) {
    ObjectType<?> type = ObjectType.of(target);
    return ImportError.of(
            "E3001",
            "User %s may not update %s.".formatted(actor.user().username(), target.label()),
            actor.user().username(),
            target.label())
        .of(type.klass())
        .about(target.uid());
  }

  /** The shared objects that a tile shows, with those that they are made of. */
  private static List<MetadataObject> shown(DashboardItem item, MetadataSnapshot snapshot) {
    Set<String> seen = new LinkedHashSet<>();
    List<MetadataObject> found = new ArrayList<>();
    collect(item, snapshot, DEPTH, seen, found);
    return found;
  }

  private static void collect(
      Object holder,
      MetadataSnapshot snapshot,
      int depth,
      Set<String> seen,
      List<MetadataObject> found) {
    References.visit(
        holder,
        (from, top, property, id) -> {
          MetadataObject target = target(property, id, snapshot);
          if (target != null && seen.add(id)) {
            if (ObjectType.of(target).facts().shareable()) {
              found.add(target);
            }
            if (depth > 1) {
              collect(target, snapshot, depth - 1, seen, found);
            }
          }
        });
  }

  private static @org.jspecify.annotations.Nullable MetadataObject target(
      TypeProperty property, String id, MetadataSnapshot snapshot) {
    Class<? extends Record> type = MetadataTypes.target(property);
    return type == null || type == User.class || type == UserGroup.class
        ? null
        : (MetadataObject) snapshot.get(type, id);
  }

  private static Sharing shared(Sharing target, Sharing source) {
    if (target.publicAccess() == null || Sharing.allows(target.publicAccess(), 0)) {
      return target;
    }
    return new Sharing(
        target.owner(),
        target.publicAccess(),
        readable(target.users(), source.users()),
        readable(target.userGroups(), source.userGroups()));
  }

  private static Map<String, String> readable(
      Map<String, String> target, Map<String, String> source) {
    Map<String, String> accesses = new LinkedHashMap<>(target);
    source.forEach((id, access) -> {
      String held = target.get(id);
      if (Sharing.allows(access, 0) && !Sharing.allows(held, 0)) {
        accesses.put(id, held == null ? READ : "r" + held.substring(1));
      }
    });
    return accesses;
  }

  private static void write(JsonGenerator json, Cascade cascade, boolean stopped) {
    json.writeStartObject();
    ReportAnswers.errors(json, cascade.errors);
    json.writeNumberProperty("countUpdatedDashboardItems", stopped ? 0 : cascade.items);
    json.writeName("updateObjects");
    json.writeStartObject();
    Map<String, List<MetadataObject>> byType = new LinkedHashMap<>();
    cascade
        .changed
        .values()
        .forEach(
            o -> byType.computeIfAbsent(ObjectType.of(o).plural(), t -> new ArrayList<>()).add(o));
    byType.forEach((plural, objects) -> {
      json.writeName(plural);
      json.writeStartArray();
      for (MetadataObject object : objects) {
        json.writeStartObject();
        json.writeStringProperty("id", object.uid());
        json.writeStringProperty("name", object.name());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
    json.writeEndObject();
    json.writeEndObject();
  }
}
