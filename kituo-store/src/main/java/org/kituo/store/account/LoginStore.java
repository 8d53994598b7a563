package org.kituo.store.account;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kituo.store.postgres.Sql;

/** Attempts to log in, and the last login of each user. */
public final class LoginStore {
  private static final String RECOVERY = "recovery";

  private final Sql sql;

  /** A store on a database. */
  public LoginStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * An attempt to log in.
   *
   * @param username the name that was given
   * @param succeeded whether the password was right and the account usable
   * @param way how it was tried, such as {@code form}
   * @param address the address that the request came from
   */
  public record Attempt(String username, boolean succeeded, String way, String address) {}

  /** Notes an attempt. */
  public void note(Attempt attempt) {
    sql.update(
        "INSERT INTO login_attempt (username, succeeded, way, address) VALUES (?, ?, ?, ?)",
        attempt.username().toLowerCase(Locale.ROOT),
        attempt.succeeded(),
        attempt.way(),
        attempt.address());
  }

  /** The number of attempts that failed within a time, since the last that did not. */
  public int failures(String username, Duration within) {
    return sql.first(
            """
            SELECT count(*) FROM login_attempt a
            WHERE username = ? AND NOT succeeded AND way <> 'recovery' AND at > now() - make_interval(secs => ?)
              AND NOT EXISTS (
                SELECT 1 FROM login_attempt l
                WHERE l.username = a.username AND l.succeeded AND l.at > a.at)\
            """,
            row -> row.getInt(1),
            username.toLowerCase(Locale.ROOT),
            (double) within.toSeconds())
        .orElse(0);
  }

  /**
   * Notes that someone asked for the recovery of an account, and how often that was within a time.
   */
  public int noteRecovery(String username, String address, Duration within) {
    note(new Attempt(username, false, RECOVERY, address));
    return sql.first(
            """
            SELECT count(*) FROM login_attempt
            WHERE username = ? AND way = ? AND at > now() - make_interval(secs => ?)\
            """,
            row -> row.getInt(1),
            username.toLowerCase(Locale.ROOT),
            RECOVERY,
            (double) within.toSeconds())
        .orElse(0);
  }

  /** Notes that a user has logged in now. */
  public void noteLogin(String userUid) {
    sql.update(
        """
        INSERT INTO last_login (user_uid, at) VALUES (?, now())
        ON CONFLICT (user_uid) DO UPDATE SET at = excluded.at\
        """,
        userUid);
  }

  /** The times of the last logins, in the server's time zone, by user. */
  public Map<String, LocalDateTime> lastLogins() {
    Map<String, LocalDateTime> times = new HashMap<>();
    sql.query(
            "SELECT user_uid, at FROM last_login",
            row -> Map.entry(row.getString(1), row.getTimestamp(2).toLocalDateTime()))
        .forEach(e -> times.put(e.getKey(), e.getValue()));
    return times;
  }
}
