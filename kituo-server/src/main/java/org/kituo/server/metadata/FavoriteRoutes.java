package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.store.metadata.MetadataStore;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Marking an object as a favourite and subscribing to it: everybody who may read the object may do
 * so for himself.
 */
public final class FavoriteRoutes {
  private final MetadataStore store;
  private final Supplier<MetadataSnapshot> metadata;

  /** What a user may put himself on: the path, the property that holds the users, what is said. */
  private enum Membership {
    FAVORITE("favorites", "set as favorite for", "removed as favorite for"),
    SUBSCRIBER("subscribers", "subscribed by", "no longer subscribed by");

    private final String property;
    private final String added;
    private final String removed;

    Membership(String property, String added, String removed) {
      this.property = property;
      this.added = added;
      this.removed = removed;
    }

    boolean isOf(MetadataType type) {
      return this == FAVORITE ? type.favoritable() : type.subscribable();
    }
  }

  /** Routes that write to a store. */
  public FavoriteRoutes(MetadataStore store) {
    this.store = store;
    this.metadata = store::snapshot;
  }

  /** The routes. They come before those of properties, which have the same form. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/{type}/{uid}/favorite"), r -> change(r, Membership.FAVORITE, true))
        .and(
            route(DELETE("/api/{type}/{uid}/favorite"), r -> change(r, Membership.FAVORITE, false)))
        .and(
            route(
                POST("/api/{type}/{uid}/subscriber"), r -> change(r, Membership.SUBSCRIBER, true)))
        .and(
            route(
                DELETE("/api/{type}/{uid}/subscriber"),
                r -> change(r, Membership.SUBSCRIBER, false)));
  }

  private ServerResponse change(ServerRequest request, Membership of, boolean add) {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    Actor actor = CurrentUser.actor(request);
    MetadataObject object = Types.object(type, request.pathVariable("uid"), actor, metadata.get());
    if (!of.isOf(type.facts())) {
      throw Problem.conflict(
          null, "Objects of this class cannot be set as favorite or subscribed to.");
    }
    store.write(
        actor.uid(),
        snapshot -> {
          var change = snapshot.change();
          MetadataObject now = snapshot.get(MetadataTypes.record(type), object.uid());
          if (now != null) {
            change.put(with(type, now, of.property, actor.uid(), add));
          }
          return change;
        });
    return Answers.ok(
        "Object '%s' %s user '%s'"
            .formatted(object.uid(), add ? of.added : of.removed, actor.user().username()));
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject with(
      ObjectType<T> type, MetadataObject object, String name, String user, boolean add) {
    TypeProperty property = Objects.requireNonNull(type.property(name));
    List<Object> users = new ArrayList<>(property.storedItems(object));
    users.remove(user);
    if (add) {
      users.add(user);
    }
    return (MetadataObject) type.with((T) object, name, List.copyOf(users));
  }
}
