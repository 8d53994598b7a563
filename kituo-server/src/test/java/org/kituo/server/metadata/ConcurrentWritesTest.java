package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** Writers on two nodes at once: each change is made to the newest state, and none is lost. */
class ConcurrentWritesTest {
  private static final int MEMBERS = 12;

  @Test
  void noneOfManyChangesToOneObjectIsLost() throws Exception {
    DatabaseAddress database = TestPostgres.freshAddress();
    try (TestServer one = TestServer.on(database);
        TestServer two = TestServer.on(database);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        String uid = TestClient.newUid();
        one.user(uid);
        members.add(uid);
      }
      one.admin().post("/api/userGroups", "{'id':'CrowdedGrp1','name':'Crowd'}").expect(201);
      while (two.admin().get("/api/userGroups/CrowdedGrp1").status() != 200) {
        Thread.onSpinWait();
      }
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        TestClient client = (i % 2 == 0 ? one : two).admin();
        String member = members.get(i);
        writes.add(
            threads.submit(
                () -> client.post("/api/userGroups/CrowdedGrp1/users/" + member).expect(200)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
      String last = TestClient.newUid();
      one.user(last);
      one.admin().post("/api/userGroups/CrowdedGrp1/users/" + last).expect(200);
      members.add(last);
      List<?> held =
          one.admin().get("/api/userGroups/CrowdedGrp1?fields=users[id]").list("users.id");
      assertThat(held).hasSize(MEMBERS + 1);
      assertThat(held.containsAll(members)).isTrue();
    }
  }
}
