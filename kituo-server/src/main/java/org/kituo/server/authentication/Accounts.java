package org.kituo.server.authentication;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.User;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.setting.Settings;
import org.kituo.store.account.LoginStore;
import org.kituo.store.account.LoginStore.Attempt;

/**
 * Decides whether a name and a password open an account, and notes each attempt. A password that
 * was right a short while ago, as clients with Basic authentication send it with every request, is
 * no attempt.
 */
public final class Accounts {
  private static final int MOST_FAILURES = 4;
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /**
   * The hash of a forgotten random password. It is checked where there is no such user, so that the
   * time an answer takes does not tell.
   */
  private static final String NOBODY =
      "$2a$10$mJuFptkGgareRAk2LEc2Q.73A.qva30556mE.zrY/WoKv2jQ3A5PS";

  private final Supplier<MetadataSnapshot> metadata;
  private final Passwords passwords;
  private final Settings settings;
  private final LoginStore logins;
  private final LastLogins lastLogins;

  /** Accounts of metadata. */
  public Accounts(
      Supplier<MetadataSnapshot> metadata,
      Passwords passwords,
      Settings settings,
      LoginStore logins,
      LastLogins lastLogins) {
    this.metadata = metadata;
    this.passwords = passwords;
    this.settings = settings;
    this.logins = logins;
    this.lastLogins = lastLogins;
  }

  /** Why an account is not opened. */
  public enum Refusal {
    BAD_CREDENTIALS("Bad credentials"),
    ACCOUNT_DISABLED("Account disabled"),
    ACCOUNT_LOCKED("Account locked"),
    ACCOUNT_EXPIRED("Account expired"),
    PASSWORD_EXPIRED("Password expired");

    private final String message;

    Refusal(String message) {
      this.message = message;
    }

    /** The reason, for people. */
    public String message() {
      return message;
    }
  }

  /** The user whose account is opened, or why it is not. */
  public record Outcome(@Nullable User user, @Nullable Refusal refusal) {}

  /**
   * Checks a name and a password.
   *
   * @param way how they were given, such as {@code form}
   * @param address where the request came from
   */
  public Outcome open(String username, String password, String way, String address) {
    User user = named(username);
    String hash = user == null || user.externalAuth() ? null : user.password();
    boolean remembered = hash != null && passwords.remembers(password, hash);
    Refusal refusal = isLocked(username) ? Refusal.ACCOUNT_LOCKED : refusal(user, hash, password);
    if (!remembered || refusal != null) {
      logins.note(new Attempt(username, refusal == null, way, address));
    }
    if (refusal == null && user != null && !remembered) {
      lastLogins.note(user.uid());
    }
    return new Outcome(refusal == null ? user : null, refusal);
  }

  /** The actor that a user is now. */
  public Actor actor(User user) {
    return Actor.of(user, metadata.get())
        .grantingOwnRoles(settings.flag("keyCanGrantOwnUserAuthorityGroups"));
  }

  /** The user with a name; upper and lower case matter. */
  public @Nullable User named(String username) {
    return metadata
        .get()
        .findByUnique(User.class, "username", username.toLowerCase(Locale.ROOT))
        .filter(u -> username.equals(u.username()))
        .orElse(null);
  }

  /** Whether too many attempts with a name failed lately. */
  public boolean isLocked(String username) {
    return settings.flag("keyLockMultipleFailedLogins")
        && logins.failures(username, FORGOTTEN) >= MOST_FAILURES;
  }

  private @Nullable Refusal refusal(@Nullable User user, @Nullable String hash, String password) {
    if (user == null || hash == null) {
      passwords.matches(password, NOBODY);
      return Refusal.BAD_CREDENTIALS;
    }
    return passwords.matches(password, hash) ? closed(user) : Refusal.BAD_CREDENTIALS;
  }

  /** Why an account cannot be used, whoever asks; null where it can. */
  public @Nullable Refusal closed(User user) {
    LocalDateTime now = LocalDateTime.now();
    if (user.disabled()) {
      return Refusal.ACCOUNT_DISABLED;
    }
    if (user.accountExpiry() != null && user.accountExpiry().isBefore(now)) {
      return Refusal.ACCOUNT_EXPIRED;
    }
    int months = settings.number("credentialsExpires");
    LocalDateTime changed = user.passwordLastUpdated();
    boolean old =
        months > 0
            && !user.externalAuth()
            && changed != null
            && changed.plusMonths(months).isBefore(now);
    return old ? Refusal.PASSWORD_EXPIRED : null;
  }
}
