package org.kituo.server.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kituo.server.setting.Settings;
import org.kituo.store.mail.Outbox;
import org.kituo.store.mail.Outbox.Mail;

/**
 * Sends what waits in the outbox by the mail server that the settings name; without one it waits.
 * It looks every two seconds, on every node.
 */
public final class Mailer implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String TIMEOUT = "10000";

  private final Outbox outbox;
  private final Settings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mail").factory());

  /** Begins to send. */
  public Mailer(Outbox outbox, Settings settings) {
    this.outbox = outbox;
    this.settings = settings;
    thread.scheduleWithFixedDelay(
        this::sendAll, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void sendAll() {
    try {
      boolean more = true;
      while (more && !settings.text("keyEmailHostName").isEmpty()) {
        more = outbox.send(this::send);
      }
    } catch (SQLException | RuntimeException e) {
      System.getLogger("kituo").log(System.Logger.Level.WARNING, "Mail could not be sent", e);
    }
  }

  private void send(Mail mail) throws MessagingException {
    String username = settings.text("keyEmailUsername");
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.text("keyEmailHostName"));
    properties.put("mail.smtp.port", settings.text("keyEmailPort"));
    properties.put("mail.smtp.auth", String.valueOf(!username.isEmpty()));
    properties.put("mail.smtp.starttls.enable", settings.text("keyEmailTls"));
    properties.put("mail.smtp.starttls.required", settings.text("keyEmailTls"));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", TIMEOUT);
    properties.put("mail.smtp.timeout", TIMEOUT);
    properties.put("mail.smtp.writetimeout", TIMEOUT);
    String sender = settings.text("keyEmailSender");
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress(sender.isEmpty() ? username : sender));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
    message.setSubject(
        settings.text("applicationTitle") + ": " + mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    if (username.isEmpty()) {
      Transport.send(message);
    } else {
      Transport.send(message, username, settings.text("keyEmailPassword"));
    }
  }
}
