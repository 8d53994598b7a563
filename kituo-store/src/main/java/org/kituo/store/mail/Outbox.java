package org.kituo.store.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kituo.store.postgres.Sql;

/**
 * Mail that waits to be sent. It is kept in the database, so that none is lost when the server
 * stops or the mail server does not answer.
 */
public final class Outbox {
  private static final int MOST_TRIES = 10;

  private final DataSource database;
  private final Sql sql;

  /** An outbox in a database. */
  public Outbox(DataSource database) {
    this.database = database;
    this.sql = new Sql(database);
  }

  /** A message to one address. */
  public record Mail(String recipient, String subject, String text) {}

  /** Sends a message. */
  @FunctionalInterface
  public interface Carrier {
    /**
     * Hands the message over.
     *
     * @throws Exception where it was not taken; it is tried again later
     */
    void carry(Mail mail) throws Exception;
  }

  /** Puts a message into the outbox. */
  public void put(Mail mail) {
    sql.update(
        "INSERT INTO outgoing_mail (recipient, subject, text) VALUES (?, ?, ?)",
        mail.recipient(),
        mail.subject(),
        mail.text());
  }

  /**
   * Sends the oldest message that waits. No other node sends it at the same time. One that is not
   * taken waits twice as long each time, from one minute up, and is given up after ten tries.
   *
   * @return whether there was one
   */
  public boolean send(Carrier carrier) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean found = send(carrier, connection);
        connection.commit();
        return found;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean send(Carrier carrier, Connection connection) throws SQLException {
    try (PreparedStatement oldest =
        connection.prepareStatement(
            """
            SELECT id, recipient, subject, text FROM outgoing_mail
            WHERE sent IS NULL AND tries < ? AND next_try <= now()
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED\
            """)) {
      oldest.setInt(1, MOST_TRIES);
      try (ResultSet row = oldest.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        note(row.getLong(1), outcome(carrier, row), connection);
        return true;
      }
    }
  }

  /** What went wrong; empty where nothing did. */
  private static String outcome(Carrier carrier, ResultSet row) throws SQLException {
    Mail mail = new Mail(row.getString(2), row.getString(3), row.getString(4));
    try {
      carrier.carry(mail);
      return "";
    } catch (Exception e) {
      System.getLogger("kituo")
          .log(System.Logger.Level.WARNING, "Mail to " + mail.recipient() + " was not taken", e);
      return String.valueOf(e.getMessage());
    }
  }

  private static void note(long id, String problem, Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE outgoing_mail SET tries = tries + 1, problem = nullif(?, ''),
              sent = CASE WHEN ? = '' THEN now() END,
              next_try = now() + interval '1 minute' * power(2, tries)
            WHERE id = ?\
            """)) {
      update.setString(1, problem);
      update.setString(2, problem);
      update.setLong(3, id);
      update.executeUpdate();
    }
  }
}
