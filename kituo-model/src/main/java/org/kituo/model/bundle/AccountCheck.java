package org.kituo.model.bundle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.PasswordHash;
import org.kituo.model.access.Usernames;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The rules for accounts and roles: names, passwords, and that nobody grants more than they hold,
 * neither by giving a role, nor by putting authorities into one, nor by changing the account of
 * someone who may do more.
 */
final class AccountCheck {
  private static final String ROLE = "org.hisp.dhis.user.UserRole";

  private final MetadataSnapshot base;
  private final MetadataSnapshot union;
  private final ImportContext context;
  private final List<ImportError> errors;

  AccountCheck(
      MetadataSnapshot base,
      MetadataSnapshot union,
      ImportContext context,
      List<ImportError> errors) {
    this.base = base;
    this.union = union;
    this.context = context;
    this.errors = errors;
  }

  void user(User user) {
    User before = base.get(User.class, user.uid());
    username(user);
    password(user);
    if (user.userRoles().isEmpty()) {
      errors.add(
          ImportError.of(
                  "E4055", "A user needs at least one user role.", "username", user.username())
              .at("username", null));
    }
    boolean own = user.uid().equals(context.actor().uid());
    if (!own || before == null || !before.userRoles().equals(user.userRoles())) {
      roles(user, before);
    }
  }

  private void username(User user) {
    String name = user.username();
    if (!Usernames.isValid(name)) {
      errors.add(
          ImportError.of(
                  "E4049",
                  "Property `username` requires a valid username, was given `%s`.".formatted(name),
                  "username",
                  name)
              .at("username", null));
    } else if (taken(user, name)) {
      errors.add(
          ImportError.of(
                  "E4054",
                  "Property `username` already exists, was given `%s`.".formatted(name),
                  "username",
                  name)
              .at("username", null));
    }
  }

  private boolean taken(User user, @Nullable String name) {
    String key = Objects.requireNonNull(name).toLowerCase(Locale.ROOT);
    String before = base.uniqueOwner(User.class, "username", key);
    String now = union.uniqueOwner(User.class, "username", key);
    boolean moved = before != null && !before.equals(now) && !key.equals(key(before));
    return before != null && !before.equals(user.uid()) && !moved
        || now != null && !now.equals(user.uid());
  }

  /** The name of a user in the union, as it is compared. */
  private @Nullable String key(String uid) {
    User user = union.get(User.class, uid);
    return user == null || user.username() == null
        ? null
        : user.username().toLowerCase(Locale.ROOT);
  }

  /** Passwords that fit the policy come as hashes; others are left as they were given. */
  private void password(User user) {
    String password = user.password();
    if (password == null || PasswordHash.isHash(password)) {
      return;
    }
    String fault = context.policy().fault(password, user.username(), user.email());
    String told = fault == null ? "it could not be read" : fault;
    errors.add(
        ImportError.of(
                "E4005",
                "Property `password` requires a valid password: %s.".formatted(told),
                "password",
                told)
            .at("password", "java.lang.String"));
  }

  private void roles(User user, @Nullable User before) {
    Set<Ref<UserRole>> roles = new LinkedHashSet<>(user.userRoles());
    if (before != null) {
      roles.addAll(before.userRoles());
    }
    for (Ref<UserRole> ref : roles) {
      UserRole role = union.get(UserRole.class, ref.id());
      boolean kept = before != null && before.userRoles().contains(ref);
      boolean allowed =
          role == null
              || (kept
                  ? AccessRules.holds(context.actor(), role)
                  : AccessRules.mayGrant(context.actor(), role));
      if (role != null && !allowed) {
        errors.add(
            ImportError.of(
                    "E3003",
                    "User `%s` may not give or change what comes with the role `%s`."
                        .formatted(context.actor().user().username(), role.label()),
                    context.actor().user().username(),
                    role.label())
                .of(ROLE));
      }
    }
  }

  void role(UserRole role) {
    UserRole before = base.get(UserRole.class, role.uid());
    boolean held =
        AccessRules.holds(context.actor(), role)
            && (before == null || AccessRules.holds(context.actor(), before));
    if (!held) {
      errors.add(
          ImportError.of(
              "E3032",
              "User `%s` does not hold all authorities of the user role."
                  .formatted(context.actor().user().username()),
              context.actor().user().username()));
    }
  }

  /** Whether the actor may put a user into the groups named, and take it out of the others. */
  void memberships(User user, Set<String> groups) {
    Set<String> changed = new LinkedHashSet<>(groups);
    for (UserGroup group : base.referrers(user, UserGroup.class, "users")) {
      if (!changed.remove(group.uid())) {
        changed.add(group.uid());
      }
    }
    for (String id : changed) {
      UserGroup group = union.get(UserGroup.class, id);
      if (group == null) {
        String from = ObjectNames.named(user, ImportOptions.Identifier.UID);
        errors.add(
            ImportError.of(
                    "E5002",
                    "Invalid reference [%s] (UserGroup) on object %s for association `userGroup`."
                        .formatted(id, from),
                    "[" + id + "] (UserGroup)",
                    from,
                    "userGroup")
                .about(user.uid())
                .at("userGroup", null));
      } else if (!AccessRules.mayChangeMembers(context.actor(), group, base)) {
        String named = ObjectNames.named(group, ImportOptions.Identifier.UID);
        errors.add(
            ImportError.of(
                "E3001",
                "User %s may not change the members of %s."
                    .formatted(context.actor().user().username(), named),
                context.actor().user().username(),
                named));
      }
    }
  }
}
