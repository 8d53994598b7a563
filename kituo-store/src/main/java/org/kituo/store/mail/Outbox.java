package org.kituo.store.mail;

import org.kituo.store.postgres.Sql;

/**
 * Mail that waits to be sent. It is kept in the database, so that none is lost when the server
 * stops or the mail server does not answer; whoever sends it takes the oldest first and notes the
 * time.
 */
public final class Outbox {
  private final Sql sql;

  /** An outbox in a database. */
  public Outbox(Sql sql) {
    this.sql = sql;
  }

  /** A message to one address. */
  public record Mail(String recipient, String subject, String text) {}

  /** Puts a message into the outbox. */
  public void put(Mail mail) {
    sql.update(
        "INSERT INTO outgoing_mail (recipient, subject, text) VALUES (?, ?, ?)",
        mail.recipient(),
        mail.subject(),
        mail.text());
  }
}
