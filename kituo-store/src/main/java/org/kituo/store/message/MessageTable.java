package org.kituo.store.message;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.constant.MessageType;
import org.kituo.store.postgres.Sql;

/** Messages that the server wrote to users, and what each made of them. */
public final class MessageTable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;

  /** Over a database. */
  public MessageTable(Sql sql) {
    this.sql = sql;
  }

  /** A message in the inbox of a user. */
  public record Message(
      String uid,
      MessageType type,
      String subject,
      String text,
      Instant created,
      boolean read,
      boolean followUp) {}

  /** What a user may note at a message. */
  public enum Mark {
    IS_READ,
    FOLLOW_UP
  }

  /** Puts a message into the inboxes of users; one statement, so that all have it or none. */
  public void put(MessageType type, String subject, String text, Collection<String> users) {
    sql.update(
        """
        WITH written AS (INSERT INTO message (uid, type, subject, text) VALUES (?, ?, ?, ?) RETURNING uid)
        INSERT INTO message_recipient (message, user_uid) SELECT uid, unnest(?) FROM written\
        """,
        Uid.random(RANDOM),
        type.name(),
        subject,
        text,
        users.toArray(String[]::new));
  }

  /** The inbox of a user, the latest first. */
  public List<Message> of(String user) {
    return sql.query(
        """
        SELECT m.uid, m.type, m.subject, m.text, m.created, r.is_read, r.follow_up
        FROM message m JOIN message_recipient r ON r.message = m.uid
        WHERE r.user_uid = ? ORDER BY m.created DESC\
        """,
        row ->
            new Message(
                row.getString(1),
                MessageType.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6),
                row.getBoolean(7)),
        user);
  }

  /** How many messages a user has not read. */
  public int unread(String user) {
    return sql.first(
            "SELECT count(*) FROM message_recipient WHERE user_uid = ? AND NOT is_read",
            row -> row.getInt(1),
            user)
        .orElse(0);
  }

  /** Notes something at messages of a user; gives the identifiers of those. */
  public List<String> mark(String user, Collection<String> messages, Mark mark, boolean value) {
    return sql.query(
        "UPDATE message_recipient SET %s = ? WHERE user_uid = ? AND message = ANY (?) RETURNING message"
            .formatted(mark.name().toLowerCase(java.util.Locale.ROOT)),
        row -> row.getString(1),
        value,
        user,
        messages.toArray(String[]::new));
  }

  /** Takes messages out of the inbox of a user; one that nobody has is gone. */
  public List<String> remove(String user, Collection<String> messages) {
    List<String> removed =
        sql.query(
            "DELETE FROM message_recipient WHERE user_uid = ? AND message = ANY (?) RETURNING message",
            row -> row.getString(1),
            user,
            messages.toArray(String[]::new));
    sql.update(
        "DELETE FROM message WHERE uid = ANY (?) AND NOT EXISTS"
            + " (SELECT FROM message_recipient r WHERE r.message = message.uid)",
        (Object) removed.toArray(String[]::new));
    return removed;
  }
}
