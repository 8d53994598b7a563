package org.kituo.server.cellquery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Questions about figures through the API. */
class CellQueryTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final String CLERK = TestClient.newUid();
  private static final TestClient clerk = form.clerk(server, CLERK);

  private static String opened(String period) {
    return String.valueOf(
        admin
            .post(
                "/api/kituo/queries",
                form.cell(
                    period, ", 'text': 'Is that true?', 'user': {'id': '%s'}".formatted(CLERK)))
            .expect(201)
            .value("id"));
  }

  @Test
  void goesFromQuestionToAnswerToTheEnd() {
    admin.post("/api/dataValues", form.cell("202001", ", 'value': '900'")).expect(201);
    String id = opened("202001");
    assertThat(clerk.get("/api/kituo/queries?assignedToMe=true&status=OPEN").expect(200).body())
        .contains(id);
    clerk.post("/api/dataValues", form.cell("202001", ", 'value': '90'")).expect(201);
    clerk
        .post("/api/kituo/queries/" + id + "/answer", "{'text': 'No, a slip.'}")
        .expect(200)
        .has("status", "ANSWERED");
    admin.post("/api/kituo/queries/" + id + "/close", "{}").expect(200).has("status", "CLOSED");
    clerk
        .get("/api/kituo/queries/" + id)
        .expect(200)
        .has("steps.0.text", "Is that true?")
        .has("steps.0.value", "900")
        .has("steps.1.text", "No, a slip.")
        .has("steps.1.value", "90")
        .has("steps.2.action", "CLOSE");
  }

  @Test
  void isClosedByTheOneWhoAsked() {
    String id = opened("202002");
    clerk.post("/api/kituo/queries/" + id + "/close", "{}").expect(403);
    admin.post("/api/kituo/queries/" + id + "/close", "{}").expect(200);
    clerk.post("/api/kituo/queries/" + id + "/answer", "{'text': 'Too late'}").expect(409);
    admin
        .post("/api/kituo/queries/" + id + "/reopen", "{'text': 'Still'}")
        .expect(200)
        .has("status", "OPEN");
  }

  @Test
  void isHiddenFromThoseWhoMayNotSeeTheFigure() {
    String id = opened("202003");
    TestClient stranger = server.userWith("F_DATAVALUE_ADD");
    stranger.get("/api/kituo/queries/" + id).expect(404);
    stranger.post("/api/kituo/queries/" + id + "/answer", "{'text': 'x'}").expect(404);
    stranger.post("/api/kituo/queries", form.cell("202003", ", 'text': 'x'")).expect(403);
    assertThat(stranger.get("/api/kituo/queries").expect(200).body()).doesNotContain(id);
  }

  @Test
  void isListedByFormAndStatus() {
    String id = opened("202004");
    String list =
        "/api/kituo/queries?dataSet=%s&orgUnit=%s&period=".formatted(form.set(), form.unit());
    assertThat(admin.get(list + "202004&status=OPEN,ANSWERED").expect(200).body()).contains(id);
    assertThat(admin.get(list + "202005").body()).doesNotContain(id);
    assertThat(admin.get(list + "202004&status=CLOSED").body()).doesNotContain(id);
    admin.get(list + "202004&status=LOST").expect(400);
  }

  @Test
  void canBeGivenToAnother() {
    String id = opened("202006");
    String group = TestClient.newUid();
    admin
        .post(
            "/api/userGroups",
            "{'id': '%1$s', 'name': 'G %1$s', 'users': [{'id': '%2$s'}]}".formatted(group, CLERK))
        .expect(201);
    admin
        .post(
            "/api/kituo/queries/" + id + "/assign", "{'userGroup': {'id': '%s'}}".formatted(group))
        .expect(200)
        .has("userGroup.id", group)
        .has("user", null);
    assertThat(clerk.get("/api/kituo/queries?assignedToMe=true").body()).contains(id);
  }

  @Test
  void refusesWhatSaysNothing() {
    admin.post("/api/kituo/queries", form.cell("202007", "")).expect(409);
    admin
        .post(
            "/api/kituo/queries",
            form.cell("202007", ", 'text': 'x', 'user': {'id': 'nobodyatall'}"))
        .expect(409);
  }
}
