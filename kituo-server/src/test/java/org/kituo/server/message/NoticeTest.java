package org.kituo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** What templates of validation rules and data sets tell people, in inboxes and by mail. */
class NoticeTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final String NEAR = TestClient.newUid();
  private static final String FAR = TestClient.newUid();
  private static final String GROUP = TestClient.newUid();
  private static TestClient near = admin;
  private static TestClient far = admin;

  @BeforeAll
  static void people() {
    post.setUser("kituo", "postbox");
    post.start();
    admin
        .post(
            "/api/systemSettings",
            """
            {'keyEmailHostName': '127.0.0.1', 'keyEmailPort': %d, 'keyEmailTls': false,
             'keyEmailUsername': 'kituo', 'keyEmailPassword': 'postbox',
             'keyEmailSender': 'noreply@health.example'}\
            """
                .formatted(post.getSmtp().getPort()))
        .expect(200);
    near = form.clerk(server, NEAR);
    far = server.user(FAR);
    admin
        .patch(
            "/api/users/" + NEAR,
            "[{'op': 'add', 'path': '/email', 'value': 'near@health.example'}]")
        .expect(200);
    admin
        .post(
            "/api/userGroups",
            "{'id': '%s', 'name': 'Watchers', 'users': [{'id': '%s'}, {'id': '%s'}]}"
                .formatted(GROUP, NEAR, FAR))
        .expect(201);
  }

  @AfterAll
  static void close() {
    post.stop();
    server.close();
  }

  /** A rule in a group that figures of more than a limit violate, with a template. */
  private static String rule(int most, String strategy, boolean hierarchyOnly) {
    String rule = TestClient.newUid();
    String group = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'validationRules': [{'id': '%1$s', 'name': 'Most %1$s', 'shortName': '%1$s',
               'operator': 'less_than_or_equal_to', 'importance': 'HIGH', 'periodType': 'Monthly',
               'leftSide': {'expression': '#{%2$s}', 'description': 'cases',
                 'missingValueStrategy': 'SKIP_IF_ANY_VALUE_MISSING'},
               'rightSide': {'expression': '%3$d', 'description': 'limit',
                 'missingValueStrategy': 'NEVER_SKIP'}}],
             'validationRuleGroups': [{'id': '%4$s', 'name': 'G %4$s', 'validationRules': [{'id': '%1$s'}]}],
             'validationNotificationTemplates': [{'name': 'T %1$s', 'validationRules': [{'id': '%1$s'}],
               'recipientUserGroups': [{'id': '%5$s'}], 'sendStrategy': '%6$s',
               'notifyUsersInHierarchyOnly': %7$s, 'subjectTemplate': 'V{importance} V{rule_name}',
               'messageTemplate': 'V{left_side_description} V{left_side_value} V{operator} V{right_side_value} in V{org_unit_name}, V{period}'}]}\
            """
                .formatted(rule, form.element(), most, group, GROUP, strategy, hierarchyOnly))
        .expect(200);
    return group;
  }

  private static void monitor(String group, String more) throws InterruptedException {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/jobConfigurations",
            "{'id': '%s', 'name': '%s', 'jobType': 'MONITORING', 'jobParameters': {'relativeStart': -12000, 'relativeEnd': 0, 'validationRuleGroups': ['%s'], 'sendNotifications': true%s}}"
                .formatted(uid, uid, group, more))
        .expect(201);
    run(uid);
  }

  private static void run(String uid) throws InterruptedException {
    admin.post("/api/jobConfigurations/" + uid + "/execute").expect(200);
    Answer job = admin.get("/api/jobConfigurations/" + uid);
    for (int tries = 0;
        tries < 400 && !"COMPLETED".equals(job.value("lastExecutedStatus"));
        tries++) {
      Thread.sleep(50);
      job = admin.get("/api/jobConfigurations/" + uid);
    }
    job.has("lastExecutedStatus", "COMPLETED");
  }

  private static List<String> inbox(TestClient of, String containing) {
    return of.get(
            "/api/messageConversations?paging=false&fields=messages[text]&filter=subject:like:"
                + containing)
        .expect(200)
        .json("messageConversations")
        .valueStream()
        .map(row -> row.path("messages").path(0).path("text").asString(""))
        .toList();
  }

  @Test
  void aViolationIsToldToThoseOfItsHierarchy() throws Exception {
    String group = rule(1000, "SINGLE_NOTIFICATION", true);
    form.enter(admin, "201901", "1234").expect(200);
    near.post("/api/userSettings/keyMessageEmailNotification?value=true").expect(200);
    monitor(group, "");
    String text = "cases 1234 <= 1000 in U %s, January 2019".formatted(form.unit());
    assertThat(inbox(near, "HIGH")).asString().contains(text);
    assertThat(inbox(far, "HIGH")).isEmpty();
    assertThat(post.waitForIncomingEmail(20_000, 1)).isTrue();
    assertThat(post.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("near@health.example");
    near.post("/api/userSettings/keyMessageEmailNotification?value=false").expect(200);
  }

  @Test
  void whatIsKeptIsToldOnceAndSummedUp() throws InterruptedException {
    String group = rule(2000, "COLLECTIVE_SUMMARY", false);
    form.enter(admin, "201801", "2001").expect(200);
    form.enter(admin, "201802", "2002").expect(200);
    monitor(group, ", 'persistResults': true");
    assertThat(inbox(far, "2 validation violations")).hasSize(1);
    assertThat(inbox(far, "2 validation violations").getFirst())
        .contains("cases 2001", "cases 2002");
    monitor(group, ", 'persistResults': true");
    assertThat(inbox(far, "validation violations")).hasSize(1);
    run("Js3vHn2AVuG");
    admin.post("/api/validation/sendNotifications").expect(200);
    assertThat(inbox(far, "validation violations")).hasSize(1);
    assertThat(
            admin
                .get("/api/validationResults?paging=false")
                .list("validationResults.notificationSent"))
        .asString()
        .doesNotContain("false");
    server.userWith().post("/api/validation/sendNotifications").expect(403);
  }

  /** A data set of its own with a template about it. */
  private static SmallForm told(String members) {
    SmallForm set = SmallForm.on(admin);
    admin
        .post(
            "/api/dataSetNotificationTemplates",
            """
            {'name': 'T %1$s', 'dataSets': [{'id': '%1$s'}], 'deliveryChannels': ['EMAIL'],
             'messageTemplate': 'V{complete_registration_ou} V{complete_registration_period} by V{complete_registration_user}',
             'subjectTemplate': '%1$s V{data_name}', %2$s}\
            """
                .formatted(set.set(), members))
        .expect(201);
    return set;
  }

  private static void complete(SmallForm set, String period) {
    admin
        .post(
            "/api/dataEntry/dataSetCompletion",
            "{'dataSet': '%s', 'period': '%s', 'orgUnit': '%s'}"
                .formatted(set.set(), period, set.unit()))
        .expect(200);
  }

  @Test
  void aCompleteFormIsToldToAGroup() {
    SmallForm set =
        told(
            "'dataSetNotificationTrigger': 'DATA_SET_COMPLETION', 'notificationRecipient': 'USER_GROUP', 'recipientUserGroup': {'id': '%s'}"
                .formatted(GROUP));
    complete(set, "202001");
    assertThat(inbox(near, set.set()))
        .asString()
        .contains("U %s January 2020 by admin".formatted(set.unit()));
  }

  @Test
  void aFormThatIsDueIsRemindedOfUnlessItIsComplete() throws InterruptedException {
    LocalDate lastMonth = LocalDate.now().withDayOfMonth(1).minusDays(1);
    int days = (int) (LocalDate.now().toEpochDay() - lastMonth.toEpochDay());
    String members =
        "'dataSetNotificationTrigger': 'SCHEDULED_DAYS', 'relativeScheduledDays': %d, 'notificationRecipient': 'USER_GROUP', 'recipientUserGroup': {'id': '%s'}"
            .formatted(days, GROUP);
    SmallForm due = told(members);
    SmallForm done = told(members);
    complete(done, lastMonth.format(DateTimeFormatter.ofPattern("yyyyMM")));
    run("YvAwAmrqAtN");
    assertThat(inbox(near, due.set())).hasSize(1);
    assertThat(inbox(near, done.set())).isEmpty();
  }

  @Test
  void anInboxIsReadMarkedAndLeft() {
    SmallForm set =
        told(
            "'dataSetNotificationTrigger': 'DATA_SET_COMPLETION', 'notificationRecipient': 'USER_GROUP', 'recipientUserGroup': {'id': '%s'}"
                .formatted(GROUP));
    complete(set, "202002");
    String uid =
        String.valueOf(
            far.get("/api/messageConversations?filter=subject:like:" + set.set())
                .value("messageConversations.0.id"));
    int unread = far.get("/api/me/dashboard").json("unreadMessageConversations").asInt();
    assertThat(unread).isPositive();
    String one = "['" + uid + "']";
    far.post("/api/messageConversations/read", one).has("markedRead", List.of(uid));
    far.get("/api/me/dashboard").has("unreadMessageConversations", unread - 1);
    far.post("/api/messageConversations/unread", one).has("markedUnread", List.of(uid));
    far.post("/api/messageConversations/followup", one).has("markedFollowup", List.of(uid));
    far.get("/api/messageConversations/" + uid).has("followUp", true).has("read", false);
    server.userWith().get("/api/messageConversations/" + uid).expect(404);
    far.delete("/api/messageConversations/%s/%s".formatted(uid, FAR)).has("removed", List.of(uid));
    far.get("/api/messageConversations/" + uid).expect(404);
    near.get("/api/messageConversations/" + uid).expect(200);
  }
}
