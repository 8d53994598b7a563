package org.kituo.model.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The one who acts: a user with what roles, groups and organisation units give.
 *
 * @param user the user
 * @param authorities the authorities of all roles
 * @param groups the identifiers of the groups that the user is a member of
 * @param grantsOwnRoles whether the settings let the user give others the roles that the user has
 */
public record Actor(
    User user, Set<String> authorities, Set<String> groups, boolean grantsOwnRoles) {
  /** The authority that opens everything but the scope of data. */
  public static final String ALL = "ALL";

  /** The actor that a user is. */
  public static Actor of(User user, MetadataSnapshot snapshot) {
    Set<String> authorities = new HashSet<>();
    for (Ref<UserRole> role : user.userRoles()) {
      snapshot.find(UserRole.class, role.id()).ifPresent(r -> authorities.addAll(r.authorities()));
    }
    Set<String> groups = new HashSet<>();
    snapshot.referrers(user, UserGroup.class, "users").forEach(g -> groups.add(g.uid()));
    return new Actor(user, Set.copyOf(authorities), Set.copyOf(groups), false);
  }

  /**
   * The same user with every authority, for what the system does in the user's name after it has
   * found that the user may ask for it.
   */
  public Actor asSystem() {
    return new Actor(user, Set.of(ALL), groups, true);
  }

  /** The same user where the settings let users give others the roles that they have, or not. */
  public Actor grantingOwnRoles(boolean grants) {
    return new Actor(user, authorities, groups, grants);
  }

  /** The identifier of the user. */
  public String uid() {
    return user.uid();
  }

  /** Whether nothing but the scope of data limits the user. */
  public boolean isSuper() {
    return authorities.contains(ALL);
  }

  /** Whether the user has at least one of some authorities. */
  public boolean hasAny(String... wanted) {
    if (isSuper()) {
      return true;
    }
    for (String authority : wanted) {
      if (authorities.contains(authority)) {
        return true;
      }
    }
    return false;
  }

  /** The units below which the user enters data. */
  public List<Ref<org.kituo.model.metadata.OrganisationUnit>> captureUnits() {
    return user.organisationUnits();
  }

  /** The units below which the user sees analytics; those for entry where none are given. */
  public List<Ref<org.kituo.model.metadata.OrganisationUnit>> dataViewUnits() {
    return user.dataViewOrganisationUnits().isEmpty()
        ? user.organisationUnits()
        : user.dataViewOrganisationUnits();
  }
}
