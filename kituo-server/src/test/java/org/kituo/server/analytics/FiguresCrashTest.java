package org.kituo.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.server.Answer;
import org.kituo.server.ServerProcess;
import org.kituo.server.TestClient;

/**
 * The server, its PostgreSQL or both are killed again and again while clients import figures. Each
 * request brings one day of figures of all facilities. Afterwards the days that were acknowledged
 * are there, the others are there as a whole or not at all, and analytics say what PostgreSQL has.
 *
 * <p>{@code -Dkituo.crash.rounds=100} kills more often than the few times of a usual run.
 */
class FiguresCrashTest {
  private static final int ROUNDS = Integer.getInteger("kituo.crash.rounds", 3);
  private static final int WRITERS = 2;
  private static final int FACILITIES = 15;
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private final Random random = new Random(11);
  private final AtomicInteger days = new AtomicInteger();
  private final Set<Integer> sent = ConcurrentHashMap.newKeySet();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

  @TempDir Path folder;

  @BeforeEach
  void aCountry() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, Optional.empty())) {
      server.admin().post("/api/metadata", country()).expect(200);
    }
  }

  private static String country() {
    String facilities =
        IntStream.range(0, FACILITIES)
            .mapToObj(i ->
                "{'id': '%s', 'name': 'F%d', 'shortName': 'F', 'openingDate': '2000-01-01', 'parent': {'id': 'Country0001'}}"
                    .formatted(facility(i), i))
            .collect(Collectors.joining(","));
    String assigned =
        IntStream.range(0, FACILITIES)
            .mapToObj(i -> "{'id': '%s'}".formatted(facility(i)))
            .collect(Collectors.joining(","));
    return """
    {'organisationUnits': [
       {'id': 'Country0001', 'name': 'Country', 'shortName': 'Country', 'openingDate': '2000-01-01'}, %s],
     'dataElements': [{'id': 'Attended001', 'name': 'Attended', 'shortName': 'Attended', 'domainType': 'AGGREGATE',
       'valueType': 'INTEGER', 'aggregationType': 'SUM'}],
     'dataSets': [{'id': 'DailySet001', 'name': 'Daily', 'shortName': 'Daily', 'periodType': 'Daily',
       'organisationUnits': [%s], 'dataSetElements': [{'dataElement': {'id': 'Attended001'}}]}]}\
    """
        .formatted(facilities, assigned);
  }

  private static String facility(int index) {
    return "Facility%03d".formatted(index);
  }

  @Test
  void figuresAreThereAsAWholeOrNotAtAll() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(folder, Optional.empty())) {
        TestClient admin = server.admin();
        requireWholeDays(admin);
        int before = acknowledged.size();
        List<Thread> writers =
            IntStream.range(0, WRITERS)
                .mapToObj(i -> Thread.startVirtualThread(() -> write(server, admin)))
                .toList();
        while (acknowledged.size() < before + 3 + random.nextInt(10)) {
          Thread.sleep(5);
        }
        if (round % 3 != 0) {
          server.killDatabase();
        }
        if (round % 3 == 1) {
          requireRefused(admin);
        }
        server.kill();
        for (Thread writer : writers) {
          writer.join();
        }
      }
    }
    try (ServerProcess server = ServerProcess.start(folder, Optional.empty())) {
      requireWholeDays(server.admin());
    }
  }

  /** Imports one day after the other until the server is gone. */
  private void write(ServerProcess server, TestClient admin) {
    while (server.isAlive()) {
      int day = days.getAndIncrement();
      sent.add(day);
      String values =
          IntStream.range(0, FACILITIES)
              .mapToObj(i ->
                  "{'dataElement': 'Attended001', 'period': '%s', 'orgUnit': '%s', 'value': '%d'}"
                      .formatted(period(day), facility(i), day + 1))
              .collect(Collectors.joining(","));
      try {
        if (admin.post("/api/dataValueSets", "{'dataValues': [" + values + "]}").status() == 200) {
          acknowledged.add(day);
        }
      } catch (UncheckedIOException e) {
        assertThat(e).as("the server was killed before it answered").isNotNull();
      }
    }
  }

  private static String period(int day) {
    return FIRST.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** Without its database the server says so; it neither hangs nor pretends. */
  private static void requireRefused(TestClient admin) {
    Answer answer =
        admin.post(
            "/api/dataValueSets",
            "{'dataValues': [{'dataElement': 'Attended001', 'period': '20191231', 'orgUnit': '%s', 'value': '1'}]}"
                .formatted(facility(0)));
    assertThat(answer.status()).isGreaterThanOrEqualTo(500);
  }

  private void requireWholeDays(TestClient admin) throws InterruptedException {
    Map<String, Integer> count = new HashMap<>();
    double sum = 0;
    if (!sent.isEmpty()) {
      for (var value :
          admin
              .get(
                  "/api/dataValueSets?dataSet=DailySet001&orgUnit=Country0001&children=true&startDate=2020-01-01&endDate=2100-01-01")
              .expect(200)
              .json("dataValues")) {
        count.merge(value.path("period").stringValue(), 1, Integer::sum);
        sum += Double.parseDouble(value.path("value").stringValue());
      }
    }
    for (int day : sent) {
      int found = count.getOrDefault(period(day), 0);
      assertThat(found).as("figures of day %d", day).isIn(0, FACILITIES);
      if (acknowledged.contains(day)) {
        assertThat(found).as("figures of the acknowledged day %d", day).isEqualTo(FACILITIES);
      }
    }
    requireInAnalytics(admin, sum);
  }

  /** The sum of all days by analytics, once they followed the database. */
  private static void requireInAnalytics(TestClient admin, double sum) throws InterruptedException {
    double seen = Double.NaN;
    for (int tries = 0; tries < 200 && seen != sum; tries++) {
      Object value =
          admin
              .get(
                  "/api/analytics?skipMeta=true&startDate=2020-01-01&endDate=2100-01-01&dimension=dx:Attended001&dimension=ou:Country0001")
              .expect(200)
              .value("rows.0.2");
      seen = value == null ? 0 : Double.parseDouble(value.toString());
      Thread.sleep(50);
    }
    assertThat(seen).as("the sum by analytics").isEqualTo(sum);
  }
}
