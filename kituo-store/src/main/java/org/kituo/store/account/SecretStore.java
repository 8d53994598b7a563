package org.kituo.store.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kituo.store.postgres.Sql;

/**
 * Digests of secrets: former passwords, keys of access tokens, and what was mailed to users so that
 * they can prove who they are. The secrets themselves are kept nowhere.
 */
public final class SecretStore {
  private final Sql sql;

  /** A store on a database. */
  public SecretStore(Sql sql) {
    this.sql = sql;
  }

  /** What a ticket is for. */
  public enum Purpose {
    INVITATION,
    RECOVERY,
    EMAIL
  }

  /** A ticket: whose it is, and what for. */
  public record Ticket(String userUid, Purpose purpose) {}

  /** The hashes of the passwords that a user had, the newest first. */
  public List<String> formerPasswords(String userUid, int most) {
    return sql.query(
        "SELECT hash FROM former_password WHERE user_uid = ? ORDER BY at DESC LIMIT ?",
        row -> row.getString(1),
        userUid,
        most);
  }

  /** Notes a password that a user had. */
  public void noteFormerPassword(String userUid, String hash) {
    sql.update("INSERT INTO former_password (user_uid, hash) VALUES (?, ?)", userUid, hash);
  }

  /** Notes the digest of the key of a token. */
  public void noteTokenKey(byte[] digest, String tokenUid) {
    sql.update("INSERT INTO access_token_key (hash, token_uid) VALUES (?, ?)", digest, tokenUid);
  }

  /** The identifier of the token with a key of this digest. */
  public Optional<String> token(byte[] digest) {
    return sql.first(
        "SELECT token_uid FROM access_token_key WHERE hash = ?", row -> row.getString(1), digest);
  }

  /** Notes a ticket for a time; earlier ones of the user for the same purpose become void. */
  public void noteTicket(byte[] digest, Ticket ticket, Duration valid) {
    sql.update(
        "DELETE FROM account_ticket WHERE expires < now() OR user_uid = ? AND purpose = ?",
        ticket.userUid(),
        ticket.purpose().name());
    sql.update(
        """
        INSERT INTO account_ticket (hash, user_uid, purpose, expires)
        VALUES (?, ?, ?, now() + make_interval(secs => ?))\
        """,
        digest,
        ticket.userUid(),
        ticket.purpose().name(),
        (double) valid.toSeconds());
  }

  /** The valid ticket with a digest. */
  public Optional<Ticket> ticket(byte[] digest) {
    return sql.first(
        "SELECT user_uid, purpose FROM account_ticket WHERE hash = ? AND expires > now()",
        row -> new Ticket(row.getString(1), Purpose.valueOf(row.getString(2))),
        digest);
  }

  /** Uses a ticket up; false where another request has done so. */
  public boolean useTicket(byte[] digest) {
    return sql.update("DELETE FROM account_ticket WHERE hash = ?", digest) > 0;
  }
}
