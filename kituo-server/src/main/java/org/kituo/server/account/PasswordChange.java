package org.kituo.server.account;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.Passwords;
import org.kituo.server.authentication.Sessions;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.setting.Settings;
import org.kituo.store.account.SecretStore;

/**
 * Gives an account the password that its owner chose: one that fits the policy and is none of the
 * last ones. All sessions of the account end, as whoever knew the old password may have begun them.
 */
public final class PasswordChange {
  private static final int REMEMBERED = 24;

  private final MetadataWriter writer;
  private final Passwords passwords;
  private final Settings settings;
  private final SecretStore secrets;
  private final Sessions sessions;

  /** Changes by a writer. */
  public PasswordChange(
      MetadataWriter writer,
      Passwords passwords,
      Settings settings,
      SecretStore secrets,
      Sessions sessions) {
    this.writer = writer;
    this.passwords = passwords;
    this.settings = settings;
    this.secrets = secrets;
    this.sessions = sessions;
  }

  /** What is wrong with a new password for a user; null where nothing is. */
  public @Nullable String fault(User user, String password) {
    String fault = settings.passwordPolicy().fault(password, user.username(), user.email());
    if (fault != null) {
      return fault;
    }
    List<String> former = new ArrayList<>(secrets.formerPasswords(user.uid(), REMEMBERED));
    if (user.password() != null) {
      former.addFirst(user.password());
    }
    return former.stream().limit(REMEMBERED).anyMatch(hash -> passwords.matches(password, hash))
        ? "Password must not be one of the previous " + REMEMBERED + " passwords"
        : null;
  }

  /** Whether a password is that of a user. */
  public boolean isRight(User user, String password) {
    return user.password() != null && passwords.matches(password, user.password());
  }

  /**
   * Gives a user a new password, and other values of properties with it.
   *
   * @throws Problem 409 where the password will not do
   */
  public void apply(User user, String password, Map<String, ?> others) {
    String fault = fault(user, password);
    if (fault != null) {
      throw Problem.conflict("E1004", fault);
    }
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(others);
    changes.put("password", passwords.hash(password));
    changes.put("passwordLastUpdated", LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS));
    ObjectType<User> type = ObjectType.of(User.class);
    SingleImport.require(
        writer.change(
            new Actor(user, Set.of(), Set.of(), false),
            ImportOptions.of(Strategy.UPDATE).forOwnAccount(),
            User.class,
            user.uid(),
            u -> type.with(u, changes)));
    if (user.password() != null) {
      secrets.noteFormerPassword(user.uid(), user.password());
    }
    sessions.endAllOf(user.uid());
  }
}
