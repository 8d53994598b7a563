package org.kituo.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** Jobs that are configured once and run when their time has come, or when somebody says so. */
class ScheduleTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static String job(TestClient by, String type, String more) {
    String uid = TestClient.newUid();
    by.post(
            "/api/jobConfigurations",
            "{'id': '%s', 'name': 'Job %s', 'jobType': '%s', 'enabled': true%s}"
                .formatted(uid, uid, type, more))
        .expect(201);
    return uid;
  }

  private static Answer until(Supplier<Answer> asked, String place, Object value)
      throws InterruptedException {
    Answer answer = asked.get();
    for (int tries = 0; tries < 400 && !value.equals(answer.value(place)); tries++) {
      Thread.sleep(50);
      answer = asked.get();
    }
    return answer.has(place, value);
  }

  private static void execute(String uid) throws InterruptedException {
    admin.post("/api/jobConfigurations/" + uid + "/execute").expect(200);
    until(() -> admin.get("/api/jobConfigurations/" + uid), "lastExecutedStatus", "COMPLETED");
  }

  @Test
  void whatIsToldToAJobIsTypedAndChecked() {
    String uid =
        job(
            admin,
            "MONITORING",
            ", 'cronExpression': '0 0 3 ? * MON', 'jobParameters': {'relativeStart': '-30', 'relativeEnd': 0, 'sendNotification': 'true'}");
    admin
        .get("/api/jobConfigurations/" + uid)
        .has("schedulingType", "CRON")
        .has("jobParameters.relativeStart", -30)
        .has("jobParameters.sendNotifications", true)
        .has("jobParameters.persistResults", false)
        .has("jobParameters.validationRuleGroups", List.of())
        .has("configurable", true);
    String wrong =
        "{'name': 'Wrong', 'jobType': 'PREDICTOR', 'cronExpression': 'never', 'jobParameters': {'relativeStart': 'soon', 'predictors': 'all'}}";
    assertThat(admin.post("/api/jobConfigurations", wrong).expect(409).errorCodes())
        .containsExactlyInAnyOrder("E7005", "E7010", "E7010");
    admin
        .post("/api/jobConfigurations", "{'name': 'Delayed', 'jobType': 'PREDICTOR', 'delay': 0}")
        .expect(409);
  }

  @Test
  void aJobTellsWhenItRunsNext() {
    String uid = job(admin, "LOCK_EXCEPTION_CLEANUP", ", 'cronExpression': '0 0 3 * * *'");
    Answer shown = admin.get("/api/jobConfigurations/" + uid);
    assertThat(shown.value("nextExecutionTime")).asString().contains("T03:00:00");
    assertThat(shown.value("maxDelayedExecutionTime")).asString().contains("T07:00:00");
    admin.post("/api/jobConfigurations/" + uid + "/disable").expect(204);
    admin.get("/api/jobConfigurations/" + uid).has("enabled", false).has("nextExecutionTime", null);
    admin.post("/api/jobConfigurations/" + uid + "/enable").expect(204);
    admin.get("/api/jobConfigurations/" + uid).has("enabled", true);
  }

  @Test
  void aJobThatRunsTellsHowFarItIsUnderTheNameOfItsConfiguration() throws InterruptedException {
    SmallForm form = SmallForm.on(admin);
    form.enter(admin, "202001", "4").expect(200);
    String output = SmallForm.on(admin).element();
    String predictor = TestClient.newUid();
    admin
        .post(
            "/api/predictors",
            """
            {'id': '%1$s', 'name': 'P %1$s', 'shortName': '%1$s', 'output': {'id': '%2$s'},
             'periodType': 'Monthly', 'sequentialSampleCount': 0, 'annualSampleCount': 0,
             'organisationUnitDescendants': 'SELECTED', 'organisationUnitLevels': [],
             'generator': {'expression': '#{%3$s}*2', 'description': 'g'}}\
            """
                .formatted(predictor, output, form.element()))
        .expect(201);
    String uid =
        job(
            admin,
            "PREDICTOR",
            ", 'jobParameters': {'startDate': '2020-01-01', 'endDate': '2020-01-31', 'predictors': ['%s', 'NoPredictor']}"
                .formatted(predictor));
    execute(uid);
    Answer said = admin.get("/api/system/tasks/PREDICTOR/" + uid).expect(200);
    said.has("0.completed", true);
    assertThat(said.body()).contains("There is no predictor NoPredictor", "1 values inserted");
    admin.get("/api/system/taskSummaries/PREDICTOR/" + uid).has("inserted", 1);
    admin
        .get(
            "/api/dataValueSets?dataElement=%s&period=202001&orgUnit=%s"
                .formatted(output, form.unit()))
        .has("dataValues.0.value", "8");
  }

  @Test
  void aFixedDelayRunsAgainAndOneOfTwoServersDoesIt() throws Exception {
    DatabaseAddress address = TestPostgres.freshAddress();
    try (TestServer one = TestServer.on(address);
        TestServer other = TestServer.on(address)) {
      TestClient client = one.admin();
      String uid = job(client, "LOCK_EXCEPTION_CLEANUP", ", 'delay': 1");
      for (int tries = 0; tries < 400 && runs(other.admin()) < 3; tries++) {
        Thread.sleep(50);
      }
      client.post("/api/jobConfigurations/" + uid + "/disable").expect(204);
      assertThat(runs(client)).isGreaterThanOrEqualTo(3);
      // runs of two servers at once would be nearer to each other than the delay
      assertThat(shortestPause(client)).isGreaterThanOrEqualTo(1000);
    }
  }

  private static int runs(TestClient client) {
    return client.get("/api/system/tasks/LOCK_EXCEPTION_CLEANUP").expect(200).json().size();
  }

  /** The shortest time from the end of a run to the end of the next, in milliseconds. */
  private static long shortestPause(TestClient client) {
    List<Long> ends =
        client
            .get("/api/system/tasks/LOCK_EXCEPTION_CLEANUP")
            .json()
            .valueStream()
            .filter(said -> !said.isEmpty())
            .map(said -> said.get(0).path("time").asString(""))
            .map(time -> java.time.LocalDateTime.parse(time))
            .map(time -> time.toInstant(java.time.ZoneOffset.UTC).toEpochMilli())
            .sorted()
            .toList();
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < ends.size(); i++) {
      shortest = Math.min(shortest, ends.get(i) - ends.get(i - 1));
    }
    return shortest;
  }

  @Test
  void jobsOfTheSystemAreThereAndStay() {
    admin
        .get("/api/jobConfigurations/YvAwAmrqAtN")
        .expect(200)
        .has("jobType", "DATA_SET_NOTIFICATION")
        .has("configurable", false);
    admin.delete("/api/jobConfigurations/YvAwAmrqAtN").expect(409, "E1004");
    admin
        .put("/api/jobConfigurations/YvAwAmrqAtN", "{'name': 'x', 'jobType': 'MONITORING'}")
        .expect(409, "E1004");
    admin.post("/api/jobConfigurations/YvAwAmrqAtN/disable").expect(409, "E1004");
    assertThat(
            admin
                .get("/api/jobConfigurations?filter=configurable:eq:false&fields=id")
                .list("jobConfigurations.id"))
        .asString()
        .contains("YvAwAmrqAtN", "Js3vHn2AVuG");
  }

  @Test
  void whatCannotRunIsRefused() {
    String uid = job(admin, "META_DATA_SYNC", ", 'cronExpression': '0 0 3 * * *'");
    admin.post("/api/jobConfigurations/" + uid + "/execute").expect(409, "E7004");
    admin.post("/api/jobConfigurations/NoSuchJob01/execute").expect(404);
    server.userWith().post("/api/jobConfigurations/" + uid + "/execute").expect(403);
    assertThat(admin.get("/api/jobConfigurations/jobTypes").list("jobTypes.jobType"))
        .asString()
        .contains("PREDICTOR", "MONITORING")
        .doesNotContain("META_DATA_SYNC");
  }
}
