package org.kituo.store.account;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kituo.store.postgres.Sql;

/** Sessions, which outlive the server and hold on all nodes. */
public final class SessionStore {
  private static final String SELECT =
      "SELECT id, user_uid, username, created, last_used FROM user_session ";

  private final Sql sql;

  /** A store on a database. */
  public SessionStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * A session.
   *
   * @param id the digest of its token
   * @param userUid the identifier of the user
   * @param username the name of the account
   * @param created when it began
   * @param lastUsed when it was used last, as far as that was noted
   */
  public record UserSession(
      byte[] id,
      String userUid,
      String username,
      OffsetDateTime created,
      OffsetDateTime lastUsed) {}

  /** Begins a session, and ends the oldest of the user where there are too many. */
  public void begin(byte[] id, String userUid, String username, int most) {
    sql.update(
        "INSERT INTO user_session (id, user_uid, username) VALUES (?, ?, ?)",
        id,
        userUid,
        username);
    sql.update(
        """
        DELETE FROM user_session WHERE id IN (
          SELECT id FROM user_session WHERE user_uid = ? ORDER BY created DESC OFFSET ?)\
        """,
        userUid,
        most);
  }

  /** The session with a digest, unless it was not used for a time. */
  public Optional<UserSession> find(byte[] id, Duration idle) {
    return sql.first(
        SELECT + "WHERE id = ? AND last_used > now() - make_interval(secs => ?)",
        SessionStore::read,
        id,
        (double) idle.toSeconds());
  }

  /** Notes that a session is used. */
  public void use(byte[] id) {
    sql.update("UPDATE user_session SET last_used = now() WHERE id = ?", id);
  }

  /** Ends a session. */
  public void end(byte[] id) {
    sql.update("DELETE FROM user_session WHERE id = ?", id);
  }

  /** Ends all sessions of a user. */
  public void endAllOf(String userUid) {
    sql.update("DELETE FROM user_session WHERE user_uid = ?", userUid);
  }

  /** Ends all sessions. */
  public void endAll() {
    sql.update("DELETE FROM user_session");
  }

  /** Removes the sessions that were not used for a time. */
  public void sweep(Duration idle) {
    sql.update(
        "DELETE FROM user_session WHERE last_used < now() - make_interval(secs => ?)",
        (double) idle.toSeconds());
  }

  /** All sessions, of all users or of one. */
  public List<UserSession> all(Optional<String> userUid) {
    return userUid
        .map(uid -> sql.query(SELECT + "WHERE user_uid = ?", SessionStore::read, uid))
        .orElseGet(() -> sql.query(SELECT + "ORDER BY created", SessionStore::read));
  }

  private static UserSession read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new UserSession(
        row.getBytes(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class),
        row.getObject(5, OffsetDateTime.class));
  }
}
