package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.authentication.LastLogins;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Requests;
import org.kituo.server.job.Schedule;
import org.kituo.server.setting.Settings;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the view of metadata that a request has. */
public final class Views {
  private final Supplier<MetadataSnapshot> metadata;
  private final BaseUrl baseUrl;
  private final Settings settings;
  private final LastLogins lastLogins;
  private final Schedule schedule;

  /** Views of the current snapshot. */
  public Views(
      Supplier<MetadataSnapshot> metadata,
      BaseUrl baseUrl,
      Settings settings,
      LastLogins lastLogins,
      Schedule schedule) {
    this.metadata = metadata;
    this.baseUrl = baseUrl;
    this.settings = settings;
    this.lastLogins = lastLogins;
    this.schedule = schedule;
  }

  /** The view of the user of a request. */
  public View of(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = metadata.get();
    boolean translate = Requests.flag(request, "translate", true);
    return new View(
        snapshot,
        actor.uid(),
        translate ? locale(request, actor) : null,
        baseUrl.api(request),
        object -> access(actor, object, snapshot),
        this::moment);
  }

  private @Nullable LocalDateTime moment(String uid) {
    LocalDateTime login = lastLogins.of(uid);
    return login == null ? schedule.next(uid) : login;
  }

  /** The view for a type of objects; of jobs it knows how they ran. */
  View of(ServerRequest request, ObjectType<?> type) {
    View view = of(request);
    return isLive(type) ? view.over(schedule.withRuns(view.snapshot())) : view;
  }

  /** Whether objects of a type change without a new state of the metadata. */
  static boolean isLive(ObjectType<?> type) {
    return type.record() == JobConfiguration.class;
  }

  /** The language that a request names, else that which the user has chosen for metadata. */
  private String locale(ServerRequest request, Actor actor) {
    String named = Requests.text(request, "locale");
    return named == null ? settings.ofUser(actor.uid(), "keyDbLocale") : named;
  }

  /** What an actor may do with an object, as the property {@code access} says it. */
  static JsonNode access(Actor actor, MetadataObject object, MetadataSnapshot snapshot) {
    MetadataType type = ObjectType.of(object).facts();
    boolean write = AccessRules.may(actor, Action.WRITE, object, snapshot);
    ObjectNode access = JsonNodeFactory.instance.objectNode();
    access.put("manage", write);
    access.put("write", write);
    access.put("read", AccessRules.may(actor, Action.READ, object, snapshot));
    access.put("update", write);
    access.put("delete", AccessRules.may(actor, Action.DELETE, object, snapshot));
    if (type.dataShareable()) {
      ObjectNode data = access.putObject("data");
      data.put("read", AccessRules.may(actor, Action.DATA_READ, object, snapshot));
      data.put("write", AccessRules.may(actor, Action.DATA_WRITE, object, snapshot));
    }
    return access;
  }
}
