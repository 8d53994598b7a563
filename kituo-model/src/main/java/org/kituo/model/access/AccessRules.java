package org.kituo.model.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The one decision function of access. Every read and every write asks it.
 *
 * <p>Metadata: a superuser may everything. Reading needs sharing that lets the user read, or a type
 * without sharing; a few types need an authority too. Changing needs sharing that lets the user
 * write and an authority to create objects of the type; deleting needs such sharing and the
 * authority to delete. The owner's sharing is everything that concerns metadata. Data: sharing of
 * data on the types that have it; the owner has no data rights by ownership. A category option
 * combination is as open as the least open of its options.
 */
public final class AccessRules {
  /** What someone may want to do with an object. */
  public enum Action {
    READ,
    WRITE,
    DELETE,
    DATA_READ,
    DATA_WRITE
  }

  private static final String WITHIN_GROUPS = "F_USER_ADD_WITHIN_MANAGED_GROUP";
  private static final String DELETE_WITHIN_GROUPS = "F_USER_DELETE_WITHIN_MANAGED_GROUP";
  private static final int READ_PLACE = 0;
  private static final int WRITE_PLACE = 1;
  private static final int DATA_READ_PLACE = 2;
  private static final int DATA_WRITE_PLACE = 3;

  private AccessRules() {}

  /** Whether an actor may do something with an object. */
  public static boolean may(
      Actor actor, Action action, MetadataObject object, MetadataSnapshot snapshot) {
    if (actor.isSuper()) {
      return true;
    }
    MetadataType type = ObjectType.of(object).facts();
    return switch (action) {
      case READ -> mayReadType(actor, type) && shares(actor, object, type, READ_PLACE, snapshot);
      case WRITE ->
          mayCreate(actor, type)
              && managesAccount(actor, object, "F_USER_ADD", WITHIN_GROUPS, snapshot)
              && shares(actor, object, type, WRITE_PLACE, snapshot);
      case DELETE ->
          mayDelete(actor, type)
              && managesAccount(actor, object, "F_USER_DELETE", DELETE_WITHIN_GROUPS, snapshot)
              && shares(actor, object, type, WRITE_PLACE, snapshot);
      case DATA_READ ->
          sharesData(actor, object, type, DATA_READ_PLACE, snapshot)
              || sharesData(actor, object, type, DATA_WRITE_PLACE, snapshot);
      case DATA_WRITE -> sharesData(actor, object, type, DATA_WRITE_PLACE, snapshot);
    };
  }

  /**
   * Whether an actor may give a role to someone, or put authorities into it: you can grant only
   * what you hold. Nothing but this decides it. A role that the actor has is given to others only
   * where the settings allow that.
   */
  public static boolean mayGrant(Actor actor, UserRole role) {
    boolean own = actor.user().userRoles().contains(new Ref<UserRole>(role.uid()));
    return holds(actor, role) && (actor.isSuper() || actor.grantsOwnRoles() || !own);
  }

  /** Whether an actor holds all authorities of a role. */
  public static boolean holds(Actor actor, UserRole role) {
    return actor.isSuper() || actor.authorities().containsAll(role.authorities());
  }

  /** Whether an actor may put users into a group and take them out of it. */
  public static boolean mayChangeMembers(Actor actor, UserGroup group, MetadataSnapshot snapshot) {
    return may(actor, Action.WRITE, group, snapshot)
        || actor.hasAny("F_USER_GROUPS_READ_ONLY_ADD_MEMBERS")
            && may(actor, Action.READ, group, snapshot)
        || actor.hasAny(WITHIN_GROUPS) && manages(actor, group, snapshot);
  }

  /** Whether a group that the actor is a member of manages a group. */
  private static boolean manages(Actor actor, UserGroup group, MetadataSnapshot snapshot) {
    return snapshot.referrers(group, UserGroup.class, "managedGroups").stream()
        .anyMatch(managing -> actor.groups().contains(managing.uid()));
  }

  /**
   * Whether an actor may manage an account: those who may add users manage all, those who may
   * within managed groups the members of such groups.
   */
  private static boolean managesAccount(
      Actor actor,
      MetadataObject object,
      String everywhere,
      String withinGroups,
      MetadataSnapshot snapshot) {
    return !(object instanceof User user)
        || actor.hasAny(everywhere)
        || actor.hasAny(withinGroups)
            && snapshot.referrers(user, UserGroup.class, "users").stream()
                .anyMatch(group -> manages(actor, group, snapshot));
  }

  /** Whether an actor may see objects of a type at all. */
  public static boolean mayReadType(Actor actor, MetadataType type) {
    return type.read().length == 0 || actor.hasAny(type.read());
  }

  /** Whether an actor may create objects of a type. */
  public static boolean mayCreate(Actor actor, MetadataType type) {
    return mayCreatePublic(actor, type) || mayCreatePrivate(actor, type);
  }

  /** Whether an actor may create objects of a type that everybody sees. */
  public static boolean mayCreatePublic(Actor actor, MetadataType type) {
    if (type.createPublic().length == 0 && type.create().length == 0) {
      return type.createPrivate().length == 0 || actor.isSuper();
    }
    return actor.hasAny(type.createPublic()) || actor.hasAny(type.create());
  }

  /**
   * Whether an actor may create objects of a type that only those see with whom they are shared.
   */
  public static boolean mayCreatePrivate(Actor actor, MetadataType type) {
    return type.implicitPrivate()
        || actor.hasAny(type.createPrivate())
        || actor.hasAny(type.create());
  }

  /** Whether an actor may delete objects of a type that sharing lets him change. */
  public static boolean mayDelete(Actor actor, MetadataType type) {
    return type.delete().length == 0 ? mayCreate(actor, type) : actor.hasAny(type.delete());
  }

  private static boolean shares(
      Actor actor, MetadataObject object, MetadataType type, int place, MetadataSnapshot snapshot) {
    if (object instanceof CategoryOptionCombo combo) {
      return options(combo, snapshot).stream()
          .allMatch(o -> shares(actor, o, ObjectType.of(o).facts(), place, snapshot));
    }
    if (!type.shareable()) {
      return true;
    }
    Sharing sharing = object.identity().sharing();
    return sharing.publicAccess() == null
        || actor.uid().equals(sharing.owner())
        || granted(actor, sharing, place);
  }

  private static boolean sharesData(
      Actor actor, MetadataObject object, MetadataType type, int place, MetadataSnapshot snapshot) {
    if (object instanceof CategoryOptionCombo combo) {
      return options(combo, snapshot).stream()
          .allMatch(o ->
              may(
                  actor,
                  place == DATA_WRITE_PLACE ? Action.DATA_WRITE : Action.DATA_READ,
                  o,
                  snapshot));
    }
    return !type.dataShareable() || granted(actor, object.identity().sharing(), place);
  }

  private static List<CategoryOption> options(
      CategoryOptionCombo combo, MetadataSnapshot snapshot) {
    return combo.categoryOptions().stream()
        .map(ref -> snapshot.find(CategoryOption.class, ref.id()))
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  private static boolean granted(Actor actor, Sharing sharing, int place) {
    if (Sharing.allows(sharing.publicAccess(), place)
        || Sharing.allows(sharing.users().get(actor.uid()), place)) {
      return true;
    }
    for (Map.Entry<String, String> group : sharing.userGroups().entrySet()) {
      if (actor.groups().contains(group.getKey()) && Sharing.allows(group.getValue(), place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a unit is one of some units or below one of them. */
  public static boolean within(
      @Nullable OrganisationUnit unit,
      List<Ref<OrganisationUnit>> scope,
      MetadataSnapshot snapshot) {
    if (unit == null) {
      return false;
    }
    for (Ref<OrganisationUnit> ref : scope) {
      if (Hierarchy.within(unit, ref.id(), snapshot)) {
        return true;
      }
    }
    return false;
  }
}
