package org.kituo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jobs that other systems build tables of analytics with, which here have little to do. */
class ResourceTableTest {
  private final TestClient admin = TestServer.shared().admin();

  @Test
  void anAnalyticsJobCompletes() throws InterruptedException {
    requireCompletion("ANALYTICS_TABLE", admin.post("/api/resourceTables/analytics"));
  }

  @Test
  void anAnalyticsJobRebuildsWhenAsked() throws InterruptedException {
    Answer started = admin.put("/api/resourceTables/analytics?rebuild=true", "");
    List<?> said = requireCompletion("ANALYTICS_TABLE", started);
    assertThat(said).hasSize(2);
  }

  @Test
  void aResourceTableJobCompletes() throws InterruptedException {
    requireCompletion("RESOURCE_TABLE", admin.post("/api/resourceTables"));
  }

  @Test
  void jobsNeedTheAuthorityOfMaintenance() {
    TestClient clerk = TestServer.shared().userWith("F_DATAVALUE_ADD");
    clerk.post("/api/resourceTables/analytics").expect(403);
    clerk.post("/api/resourceTables").expect(403);
  }

  @Test
  void theSystemTellsHowFreshAnalyticsAre() throws InterruptedException {
    LocalDateTime before = LocalDateTime.now();
    requireCompletion("ANALYTICS_TABLE", admin.post("/api/resourceTables/analytics"));
    Answer info = admin.get("/api/system/info").expect(200);
    Object success = info.value("lastAnalyticsTableSuccess");
    assertThat(LocalDateTime.parse(String.valueOf(success))).isAfter(before.minusSeconds(1));
    assertThat(info.value("intervalSinceLastAnalyticsTableSuccess")).asString().endsWith(" s");
  }

  private List<?> requireCompletion(String type, Answer started) throws InterruptedException {
    started.expect(200).has("response.jobType", type).has("response.jobStatus", "NOT_STARTED");
    String place = String.valueOf(started.value("response.relativeNotifierEndpoint"));
    assertThat(place).isEqualTo("/api/system/tasks/" + type + "/" + started.value("response.id"));
    Answer task = admin.get(place);
    while (task.json().isEmpty() || !task.json().get(0).get("completed").asBoolean()) {
      Thread.sleep(50);
      task = admin.get(place);
    }
    task.has("0.level", "INFO").has("0.category", type);
    return task.list("");
  }
}
