package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.server.ServerProcess;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/**
 * A server is killed in the midst of imports: what it acknowledged is there afterwards, and of what
 * it did not, all or nothing.
 */
class CrashTest {
  private static final int WRITERS = 3;
  private static final int OBJECTS = 25;
  private static final int ACKNOWLEDGED = 6;

  @TempDir Path folder;

  @RepeatedTest(2)
  void anImportIsThereAsAWholeOrNotAtAll() throws Exception {
    DatabaseAddress database = TestPostgres.freshAddress();
    Set<String> sent = new ConcurrentSkipListSet<>();
    Set<String> acknowledged = new ConcurrentSkipListSet<>();
    try (ServerProcess server = ServerProcess.start(folder, Optional.of(database))) {
      TestClient admin = server.admin();
      CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(
            Thread.startVirtualThread(() -> {
              while (server.isAlive()) {
                importOne(admin, sent, acknowledged);
                enough.countDown();
              }
            }));
      }
      enough.await();
      server.kill();
      for (Thread writer : writers) {
        writer.join();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
    try (TestServer again = TestServer.on(database)) {
      for (String code : sent) {
        int found = found(again.admin(), code);
        assertThat(found).as("objects of %s", code).isIn(0, OBJECTS);
        if (acknowledged.contains(code)) {
          assertThat(found).as("objects of the acknowledged %s", code).isEqualTo(OBJECTS);
        }
      }
    }
  }

  private static void importOne(TestClient admin, Set<String> sent, Set<String> acknowledged) {
    String code = TestClient.newUid();
    sent.add(code);
    List<String> constants = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      constants.add(
          "{'id': '%s', 'name': '%s %d', 'shortName': '%s %d', 'description': '%s', 'value': 1}"
              .formatted(TestClient.newUid(), code, i, code, i, code));
    }
    try {
      admin
          .post("/api/metadata", "{'constants': [" + String.join(",", constants) + "]}")
          .expect(200)
          .has("response.stats.created", OBJECTS);
      acknowledged.add(code);
    } catch (UncheckedIOException e) {
      assertThat(e).as("the server was killed before it answered").isNotNull();
    }
  }

  private static int found(TestClient admin, String code) {
    return new TreeSet<>(
            admin
                .get("/api/constants?fields=id&paging=false&filter=description:eq:" + code)
                .expect(200)
                .list("constants.id"))
        .size();
  }
}
