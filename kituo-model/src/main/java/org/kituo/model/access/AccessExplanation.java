package org.kituo.model.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Why a user may or may not do something with an object, in words: the question that administrators
 * ask most. The verdict is always that of {@link AccessRules}; the reasons name the roles, groups
 * and sharing entries that it looks at.
 *
 * @param action what the user may want to do
 * @param allowed the verdict
 * @param reasons what speaks for it and against it, one sentence each
 */
public record AccessExplanation(Action action, boolean allowed, List<String> reasons) {

  /** The explanations of all that a user may want to do with an object. */
  public static List<AccessExplanation> of(
      Actor actor, MetadataObject object, MetadataSnapshot snapshot) {
    MetadataType type = ObjectType.of(object).facts();
    List<AccessExplanation> explanations = new ArrayList<>();
    for (Action action : Action.values()) {
      boolean data = action == Action.DATA_READ || action == Action.DATA_WRITE;
      if (!data || type.dataShareable() || object instanceof CategoryOptionCombo) {
        explanations.add(of(actor, action, object, snapshot));
      }
    }
    return explanations;
  }

  private static AccessExplanation of(
      Actor actor, Action action, MetadataObject object, MetadataSnapshot snapshot) {
    boolean allowed = AccessRules.may(actor, action, object, snapshot);
    List<String> reasons = new ArrayList<>();
    if (actor.isSuper()) {
      reasons.add("The role %s gives the authority ALL.".formatted(roles(actor, snapshot, "ALL")));
    } else {
      authorities(actor, action, object, snapshot, reasons);
      sharing(actor, action, object, snapshot, reasons);
    }
    return new AccessExplanation(action, allowed, List.copyOf(reasons));
  }

  private static void authorities(
      Actor actor,
      Action action,
      MetadataObject object,
      MetadataSnapshot snapshot,
      List<String> reasons) {
    MetadataType type = ObjectType.of(object).facts();
    String name = ObjectType.of(object).singular();
    switch (action) {
      case READ -> {
        if (type.read().length > 0) {
          reasons.add(
              needs(
                  actor,
                  snapshot,
                  "Seeing any " + name,
                  AccessRules.mayReadType(actor, type),
                  type.read()));
        }
      }
      case WRITE ->
          reasons.add(
              needs(
                  actor,
                  snapshot,
                  "Changing a " + name,
                  AccessRules.mayCreate(actor, type),
                  all(type.createPublic(), type.createPrivate(), type.create())));
      case DELETE ->
          reasons.add(
              needs(
                  actor,
                  snapshot,
                  "Deleting a " + name,
                  AccessRules.mayDelete(actor, type),
                  type.delete().length > 0
                      ? type.delete()
                      : all(type.createPublic(), type.createPrivate(), type.create())));
      case DATA_READ, DATA_WRITE -> {
        // data needs sharing alone
      }
    }
  }

  private static String[] all(String[]... lists) {
    List<String> all = new ArrayList<>();
    for (String[] list : lists) {
      all.addAll(List.of(list));
    }
    return all.stream().distinct().toArray(String[]::new);
  }

  private static String needs(
      Actor actor, MetadataSnapshot snapshot, String what, boolean has, String... authorities) {
    if (authorities.length == 0) {
      return has ? what + " needs no authority." : what + " needs the authority ALL.";
    }
    String wanted = String.join(" or ", authorities);
    return has
        ? "%s needs the authority %s, which the role %s gives."
            .formatted(what, wanted, roles(actor, snapshot, authorities))
        : "%s needs the authority %s, which none of the user's roles gives."
            .formatted(what, wanted);
  }

  /** The names of the user's roles that give at least one of some authorities. */
  private static String roles(Actor actor, MetadataSnapshot snapshot, String... authorities) {
    List<String> names = new ArrayList<>();
    for (Ref<UserRole> ref : actor.user().userRoles()) {
      UserRole role = snapshot.get(UserRole.class, ref.id());
      if (role != null && List.of(authorities).stream().anyMatch(role.authorities()::contains)) {
        names.add("\"" + role.label() + "\"");
      }
    }
    return names.isEmpty() ? "of every user" : String.join(" and ", names);
  }

  private static void sharing(
      Actor actor,
      Action action,
      MetadataObject object,
      MetadataSnapshot snapshot,
      List<String> reasons) {
    if (object instanceof CategoryOptionCombo combo) {
      reasons.add("A category option combination is as open as the least open of its options.");
      for (Ref<CategoryOption> ref : combo.categoryOptions()) {
        CategoryOption option = snapshot.get(CategoryOption.class, ref.id());
        if (option != null && !AccessRules.may(actor, action, option, snapshot)) {
          reasons.add("The category option \"%s\" is not open.".formatted(option.label()));
        }
      }
      return;
    }
    MetadataType type = ObjectType.of(object).facts();
    if (!type.shareable()) {
      reasons.add("Objects of this type have no sharing: they are open to all users.");
      return;
    }
    Sharing sharing = object.identity().sharing();
    boolean data = action == Action.DATA_READ || action == Action.DATA_WRITE;
    if (!data && actor.uid().equals(sharing.owner())) {
      reasons.add("The user owns it.");
    }
    reasons.add(said("Its public access is", sharing.publicAccess()));
    String own = sharing.users().get(actor.uid());
    if (own != null) {
      reasons.add(said("Its sharing with the user is", own));
    }
    groups(actor, sharing, snapshot, reasons);
  }

  private static void groups(
      Actor actor, Sharing sharing, MetadataSnapshot snapshot, List<String> reasons) {
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, String> entry : sharing.userGroups().entrySet()) {
      String name =
          snapshot
              .find(UserGroup.class, entry.getKey())
              .map(UserGroup::label)
              .orElse(entry.getKey());
      if (actor.groups().contains(entry.getKey())) {
        reasons.add(
            said(
                "Its sharing with the group \"%s\", of which the user is a member, is"
                    .formatted(name),
                entry.getValue()));
      } else {
        others.add("\"" + name + "\" (" + words(entry.getValue()) + ")");
      }
    }
    if (!others.isEmpty()) {
      reasons.add(
          "It is shared with groups of which the user is no member: "
              + String.join(", ", others)
              + ".");
    }
  }

  private static String said(String what, @Nullable String access) {
    return what + " " + words(access) + (access == null ? "." : " (" + access + ").");
  }

  /** An access string such as {@code rwr-----} in words. */
  private static String words(@Nullable String access) {
    if (access == null) {
      return "not restricted";
    }
    return level("metadata", access, 0) + ", " + level("data", access, 2);
  }

  private static String level(String what, String access, int place) {
    if (Sharing.allows(access, place + 1)) {
      return what + " change";
    }
    return what + (Sharing.allows(access, place) ? " view" : " none");
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
