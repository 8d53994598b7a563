package org.kituo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.TestPostgres;

/** Two servers on one PostgreSQL: each knows soon what the other did, and outlives it. */
class TwoServersTest {
  private static final int JOBS = 6;

  /** Far more than the two seconds that it may take, as tests run on busy machines. */
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void eachKnowsWhatTheOtherWroteAndOutlivesIt() throws Exception {
    DatabaseAddress database = TestPostgres.freshAddress();
    try (TestServer one = TestServer.on(database);
        ServerProcess other = ServerProcess.start(folder, Optional.of(database))) {
      TestClient here = one.admin();
      TestClient there = other.admin();
      here.post(
              "/api/metadata",
              """
              {'organisationUnits': [{'id': 'Country0001', 'name': 'Country', 'shortName': 'C', 'openingDate': '2000-01-01'}],
               'dataElements': [{'id': 'Element0001', 'name': 'Cases', 'shortName': 'Cases', 'domainType': 'AGGREGATE',
                 'valueType': 'INTEGER', 'aggregationType': 'SUM'}],
               'dataSets': [{'id': 'MonthlySet1', 'name': 'Set', 'shortName': 'Set', 'periodType': 'Monthly',
                 'organisationUnits': [{'id': 'Country0001'}], 'dataSetElements': [{'dataElement': {'id': 'Element0001'}}]}]}\
              """)
          .expect(200);
      until(() -> there.get("/api/dataSets/MonthlySet1").status() == 200);
      there
          .patch(
              "/api/dataElements/Element0001",
              "[{'op': 'replace', 'path': '/name', 'value': 'Renamed'}]")
          .expect(200);
      until(() -> "Renamed".equals(here.get("/api/dataElements/Element0001").value("name")));
      there.post("/api/dataValueSets", values("202401", 5)).expect(200);
      untilBothSay("5", here, there);
      here.post("/api/dataValueSets", values("202401", 7)).expect(200);
      untilBothSay("7", here, there);
      requireEachJobOnce(here, there, 1990);
      other.kill();
      here.post("/api/dataValueSets", values("202401", 9)).expect(200);
      untilBothSay("9", here, here);
      requireEachJobOnce(here, here, 2000);
    }
  }

  private static String values(String period, int value) {
    return "{'dataValues': [{'dataElement': 'Element0001', 'period': '%s', 'orgUnit': 'Country0001', 'value': '%d'}]}"
        .formatted(period, value);
  }

  private static void untilBothSay(String value, TestClient here, TestClient there)
      throws InterruptedException {
    for (TestClient client : List.of(here, there)) {
      until(() ->
          value.equals(
              client
                  .get(
                      "/api/analytics?dimension=dx:Element0001&filter=pe:202401&filter=ou:Country0001")
                  .value("rows.0.1")));
    }
  }

  /** Jobs that both servers wait for tell once that they are done, in the words of one run. */
  private static void requireEachJobOnce(TestClient here, TestClient there, int year)
      throws InterruptedException {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      TestClient client = i % 2 == 0 ? here : there;
      jobs.add(
          String.valueOf(
              client
                  .post("/api/dataValueSets?async=true", values((year + i) + "01", i + 1))
                  .expect(200)
                  .value("response.id")));
    }
    for (String job : jobs) {
      String messages = "/api/system/tasks/DATAVALUE_IMPORT/" + job;
      until(() -> here.get(messages).list("completed").contains(true));
      assertThat(Collections.frequency(here.get(messages).list("completed"), true)).isOne();
    }
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(holds.getAsBoolean()).as("within %d seconds", PATIENCE_SECONDS).isTrue();
  }
}
