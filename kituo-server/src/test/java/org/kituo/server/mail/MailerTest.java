package org.kituo.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Mail leaves the server for a real mail server. */
class MailerTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeAll
  static void aMailServer() {
    post.setUser("kituo", "postbox");
    post.start();
    admin.post(
        "/api/systemSettings",
        """
        {'keyEmailHostName': '127.0.0.1', 'keyEmailPort': %d, 'keyEmailTls': false,
         'keyEmailUsername': 'kituo', 'keyEmailPassword': 'postbox',
         'keyEmailSender': 'noreply@health.example', 'keyAccountRecovery': true}\
        """
            .formatted(post.getSmtp().getPort()));
    admin
        .post(
            "/api/metadata",
            """
            {'users': [{'id': 'MailedUser1', 'username': 'mailed', 'firstName': 'Ada', 'surname': 'Mailed',
              'password': 'Secret-1234', 'email': 'ada@health.example',
              'userRoles': [{'id': 'yrB6vc5Ip3r'}]}]}\
            """)
        .expect(200);
  }

  @AfterAll
  static void close() {
    post.stop();
    server.close();
  }

  @Test
  void whoForgotThePasswordGetsALinkThatGivesANewOne() throws Exception {
    server.nobody().post("/api/auth/forgotPassword", "{'emailOrUsername': 'mailed'}").expect(200);
    assertThat(post.waitForIncomingEmail(20_000, 1)).isTrue();
    MimeMessage message = post.getReceivedMessages()[0];
    assertThat(message.getAllRecipients()[0]).hasToString("ada@health.example");
    assertThat(message.getFrom()[0]).hasToString("noreply@health.example");
    assertThat(message.getSubject()).endsWith("Your password");
    String token = ((String) message.getContent()).replaceFirst("(?s).*token=([\\w-]+).*", "$1");
    server
        .nobody()
        .post(
            "/api/auth/passwordReset",
            "{'token': '%s', 'newPassword': 'Another-5678'}".formatted(token))
        .expect(200);
    server.as("mailed", "Another-5678").get("/api/me").expect(200).has("username", "mailed");
  }
}
