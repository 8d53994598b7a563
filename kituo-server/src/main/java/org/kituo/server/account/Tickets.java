package org.kituo.server.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.kituo.model.metadata.User;
import org.kituo.server.authentication.Secrets;
import org.kituo.store.account.SecretStore;
import org.kituo.store.account.SecretStore.Purpose;
import org.kituo.store.account.SecretStore.Ticket;
import org.kituo.store.mail.Outbox;
import org.kituo.store.mail.Outbox.Mail;

/**
 * Links that are mailed to users, by which they prove who they are. What a link holds is random and
 * kept nowhere but in the mail; it works once and for a few days.
 */
public final class Tickets {
  private static final Duration INVITATION = Duration.ofDays(7);
  private static final Duration RECOVERY = Duration.ofDays(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretStore secrets;
  private final Outbox outbox;

  /** Tickets of a store, mailed by an outbox. */
  public Tickets(SecretStore secrets, Outbox outbox) {
    this.secrets = secrets;
    this.outbox = outbox;
  }

  /** Mails a user a link for the recovery of the password. */
  public void mailRecovery(User user, String address, String baseUrl) {
    String token = issue(user, Purpose.RECOVERY, RECOVERY);
    outbox.put(
        new Mail(
            address,
            "Your password",
            """
            Someone, probably you, asked for a new password of the account %s at %s.
            Choose it here within two days:

            %s/login/index.html#/update-password?token=%s

            If it was not you, nothing needs to be done.
            """
                .formatted(user.username(), baseUrl, baseUrl, token)));
  }

  /** Mails a user a link to complete an account that someone has made. */
  public void mailInvitation(User user, String address, String baseUrl) {
    String token = issue(user, Purpose.INVITATION, INVITATION);
    outbox.put(
        new Mail(
            address,
            "Your account",
            """
            You are invited to %s. Choose a password here within seven days:

            %s/login/index.html#/complete-registration?token=%s&email=%s&username=%s
            """
                .formatted(baseUrl, baseUrl, token, address, user.username())));
  }

  private String issue(User user, Purpose purpose, Duration valid) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    secrets.noteTicket(Secrets.digest(token), new Ticket(user.uid(), purpose), valid);
    return token;
  }

  /** Whose ticket a token is, if it is valid and for a purpose. */
  Optional<String> find(String token, Purpose purpose) {
    return secrets
        .ticket(Secrets.digest(token))
        .filter(ticket -> ticket.purpose() == purpose)
        .map(Ticket::userUid);
  }

  /** Uses a ticket up; false where it has been used. */
  boolean use(String token) {
    return secrets.useTicket(Secrets.digest(token));
  }
}
