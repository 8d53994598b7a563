package org.kituo.model.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Says in words why a user may, or may not, do something with an object. What it says of each
 * action is the answer of {@link AccessRules}; the reasons are the facts that the rules look at.
 */
public final class AccessExplanation {
  private final Actor actor;
  private final MetadataObject object;
  private final MetadataType type;
  private final MetadataSnapshot snapshot;

  private AccessExplanation(Actor actor, MetadataObject object, MetadataSnapshot snapshot) {
    this.actor = actor;
    this.object = object;
    this.type = ObjectType.of(object).facts();
    this.snapshot = snapshot;
  }

  /**
   * One action, and why it is allowed or not.
   *
   * @param reasons sentences, the weightiest first
   */
  public record Answer(Action action, boolean allowed, List<String> reasons) {}

  /** The answers for all actions that the object's type knows. */
  public static List<Answer> of(Actor actor, MetadataObject object, MetadataSnapshot snapshot) {
    AccessExplanation explanation = new AccessExplanation(actor, object, snapshot);
    return Arrays.stream(Action.values())
        .filter(explanation::isKnown)
        .map(explanation::answer)
        .toList();
  }

  private boolean isKnown(Action action) {
    return type.dataShareable() || action != Action.DATA_READ && action != Action.DATA_WRITE;
  }

  private Answer answer(Action action) {
    boolean allowed = AccessRules.may(actor, action, object, snapshot);
    List<String> reasons = new ArrayList<>();
    if (actor.isSuper()) {
      reasons.add("The user has the authority ALL, which opens everything.");
    } else {
      authorities(action, reasons);
      sharing(action, reasons);
    }
    return new Answer(action, allowed, reasons);
  }

  private void authorities(Action action, List<String> reasons) {
    List<String> wanted =
        switch (action) {
          case READ -> List.of(type.read());
          case WRITE -> joined(type.create(), type.createPublic(), type.createPrivate());
          case DELETE ->
              type.delete().length == 0
                  ? joined(type.create(), type.createPublic(), type.createPrivate())
                  : List.of(type.delete());
          case DATA_READ, DATA_WRITE -> List.of();
        };
    if (!wanted.isEmpty()) {
      List<String> held = wanted.stream().filter(actor.authorities()::contains).toList();
      reasons.add(
          held.isEmpty()
              ? "The user's roles have none of the authorities that this needs: "
                  + String.join(", ", wanted)
                  + "."
              : "The user's roles have the authority " + String.join(", ", held) + ".");
    }
  }

  private static List<String> joined(String[]... some) {
    return Arrays.stream(some).flatMap(Arrays::stream).distinct().toList();
  }

  private void sharing(Action action, List<String> reasons) {
    if (!type.shareable()) {
      reasons.add("Objects of this type are not shared one by one.");
      return;
    }
    Sharing sharing = object.identity().sharing();
    boolean data = action == Action.DATA_READ || action == Action.DATA_WRITE;
    if (!data && actor.uid().equals(sharing.owner())) {
      reasons.add("The user is the owner of the object.");
    }
    if (!data && sharing.publicAccess() == null) {
      reasons.add("The sharing of the object was never set, which leaves it open.");
    } else {
      reasons.add("Everybody " + words(sharing.publicAccess(), action) + ".");
    }
    String own = sharing.users().get(actor.uid());
    if (own != null) {
      reasons.add("Shared with the user: " + words(own, action) + ".");
    }
    for (Map.Entry<String, String> group : sharing.userGroups().entrySet()) {
      String name =
          snapshot
              .find(UserGroup.class, group.getKey())
              .map(UserGroup::label)
              .orElse(group.getKey());
      boolean member = actor.groups().contains(group.getKey());
      reasons.add(
          "Shared with the group "
              + name
              + ", which the user is "
              + (member ? "" : "not ")
              + "in: "
              + words(group.getValue(), action)
              + ".");
    }
  }

  private static String words(@Nullable String access, Action action) {
    int place =
        switch (action) {
          case READ -> 0;
          case WRITE, DELETE -> 1;
          case DATA_READ -> 2;
          case DATA_WRITE -> 3;
        };
    boolean allows =
        Sharing.allows(access, place) || action == Action.DATA_READ && Sharing.allows(access, 3);
    String what =
        switch (action) {
          case READ -> "see it";
          case WRITE, DELETE -> "change it";
          case DATA_READ -> "see its data";
          case DATA_WRITE -> "enter data for it";
        };
    return (allows ? "may " : "may not ") + what;
  }

  /**
   * Whether data of an organisation unit are within a user's reach, in words.
   *
   * @param unit the unit
   */
  public static List<String> ofUnit(Actor actor, OrganisationUnit unit, MetadataSnapshot snapshot) {
    return List.of(
        scope("enter data for", actor.captureUnits(), unit, snapshot),
        scope("see analytics of", actor.dataViewUnits(), unit, snapshot));
  }

  private static String scope(
      String what,
      List<Ref<OrganisationUnit>> units,
      OrganisationUnit unit,
      MetadataSnapshot snapshot) {
    for (Ref<OrganisationUnit> ref : units) {
      if (AccessRules.within(unit, List.of(ref), snapshot)) {
        String above =
            snapshot
                .find(OrganisationUnit.class, ref.id())
                .map(OrganisationUnit::label)
                .orElse(ref.id());
        return "The user may %s the unit: it is within \"%s\".".formatted(what, above);
      }
    }
    return "The user may not %s the unit: it is within none of the %d units given to the user."
        .formatted(what, units.size());
  }
}
