package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** Many write at once, on two servers over one database: nothing is lost, and both come to know. */
class ConcurrentWritersTest {
  private static final int WRITERS = 6;
  private static final int WRITES = 8;
  private static final String GROUP = "SharedGroup";

  @Test
  void noWriteOnEitherServerIsLost() throws Exception {
    DatabaseAddress database = TestPostgres.freshAddress();
    try (TestServer one = TestServer.on(database);
        TestServer two = TestServer.on(database);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      one.admin()
          .post(
              "/api/dataElementGroups",
              "{'id': '%s', 'name': 'G', 'shortName': 'G'}".formatted(GROUP))
          .expect(201);
      eventually(() -> two.admin().get("/api/dataElementGroups/" + GROUP).status() == 200);
      List<Callable<Set<String>>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        TestClient client = (i % 2 == 0 ? one : two).admin();
        writers.add(() -> written(client));
      }
      Set<String> all = new TreeSet<>();
      for (Future<Set<String>> writer : threads.invokeAll(writers)) {
        all.addAll(writer.get());
      }
      assertThat(all).hasSize(WRITERS * WRITES);
      for (TestServer server : List.of(one, two)) {
        eventually(() -> elements(server).equals(all) && members(server).equals(all));
        assertThat(elements(server)).isEqualTo(all);
        assertThat(members(server)).isEqualTo(all);
      }
    }
  }

  /** Makes data elements, and puts each into the group that all writers change. */
  private static Set<String> written(TestClient client) {
    Set<String> written = new TreeSet<>();
    for (int i = 0; i < WRITES; i++) {
      String id = TestClient.newUid();
      client
          .post(
              "/api/dataElements",
              """
              {'id': '%s', 'name': '%s', 'shortName': '%s', 'domainType': 'AGGREGATE', 'valueType': 'NUMBER',
               'aggregationType': 'SUM'}\
              """
                  .formatted(id, id, id))
          .expect(201);
      client.post("/api/dataElementGroups/" + GROUP + "/dataElements/" + id).expect(200);
      written.add(id);
    }
    return written;
  }

  private static Set<String> elements(TestServer server) {
    return ids(server, "/api/dataElements?fields=id&paging=false", "dataElements.id");
  }

  private static Set<String> members(TestServer server) {
    return ids(
        server, "/api/dataElementGroups/" + GROUP + "?fields=dataElements[id]", "dataElements.id");
  }

  private static Set<String> ids(TestServer server, String path, String place) {
    Set<String> ids = new TreeSet<>();
    server.admin().get(path).expect(200).list(place).forEach(id -> ids.add((String) id));
    return ids;
  }

  /** Waits for what a node learns from another; the test fails only if it never does. */
  private static void eventually(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.call() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
  }
}
