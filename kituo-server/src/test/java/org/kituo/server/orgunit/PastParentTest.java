package org.kituo.server.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** Units that move, and figures summed up by the hierarchy as it was. */
class PastParentTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final String COUNTRY = TestClient.newUid();
  private static final String NORTH = TestClient.newUid();
  private static final String SOUTH = TestClient.newUid();
  private static final String ELEMENT = TestClient.newUid();

  @BeforeAll
  static void makeCountry() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': '%1$s', 'name': 'C %1$s', 'shortName': '%1$s', 'openingDate': '1990-01-01'},
               {'id': '%2$s', 'name': 'N %2$s', 'shortName': '%2$s', 'openingDate': '1990-01-01',
                'parent': {'id': '%1$s'}},
               {'id': '%3$s', 'name': 'S %3$s', 'shortName': '%3$s', 'openingDate': '1990-01-01',
                'parent': {'id': '%1$s'}}],
             'dataElements': [{'id': '%4$s', 'name': 'E %4$s', 'shortName': '%4$s',
               'domainType': 'AGGREGATE', 'valueType': 'INTEGER', 'aggregationType': 'SUM',
               'categoryCombo': {'id': 'bjDvmb4bfuf'}}]}\
            """
                .formatted(COUNTRY, NORTH, SOUTH, ELEMENT))
        .expect(200);
  }

  /** A facility in the north. */
  private static String facility() {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/organisationUnits",
            "{'id': '%1$s', 'name': 'F %1$s', 'shortName': '%1$s', 'openingDate': '1990-01-01', 'parent': {'id': '%2$s'}}"
                .formatted(uid, NORTH))
        .expect(201);
    return uid;
  }

  private static void move(String unit, String parent) {
    admin
        .patch(
            "/api/organisationUnits/" + unit,
            "[{'op': 'replace', 'path': '/parent', 'value': {'id': '%s'}}]".formatted(parent))
        .expect(200);
  }

  private static String parents(String first, String since, String next) {
    return "{'parents': [{'parent': {'id': '%s'}}, {'since': '%s', 'parent': {'id': '%s'}}]}"
        .formatted(first, since, next);
  }

  @Test
  void notesMovesByItself() {
    String unit = facility();
    move(unit, SOUTH);
    admin
        .get("/api/kituo/organisationUnits/" + unit + "/parents")
        .expect(200)
        .has("parents.0.parent.id", NORTH)
        .has("parents.1.since", LocalDate.now().toString())
        .has("parents.1.parent.id", SOUTH)
        .has("history.0.by", "admin");
    admin
        .get("/api/kituo/organisationUnits/" + unit + "/ancestors?date=2020-01-01")
        .expect(200)
        .has("ancestors.0.id", COUNTRY)
        .has("ancestors.1.id", NORTH);
  }

  @Test
  void takesWhatPeopleSayAboutThePast() {
    String unit = facility();
    move(unit, SOUTH);
    String path = "/api/kituo/organisationUnits/" + unit;
    admin.put(path + "/parents", parents(NORTH, "2021-07-01", SOUTH)).expect(200);
    admin.get(path + "/ancestors?date=2021-06-30").has("ancestors.1.id", NORTH);
    admin.get(path + "/ancestors?date=2021-07-01").has("ancestors.1.id", SOUTH);
    assertThat(admin.get(path + "/parents").list("history")).hasSizeGreaterThan(3);
  }

  @Test
  void refusesAPastThatCannotBe() {
    String unit = facility();
    String path = "/api/kituo/organisationUnits/" + unit + "/parents";
    admin.put(path, parents(NORTH, "2021-07-01", SOUTH)).expect(409);
    admin.put(path, parents(unit, "2021-07-01", NORTH)).expect(409);
    admin.put(path, "{'parents': []}").expect(409);
    admin.put(path, parents("nosuchunit1", "2021-07-01", NORTH)).expect(409);
    server
        .userWith("F_ORGANISATIONUNIT_ADD")
        .put(path, parents(SOUTH, "2021-07-01", NORTH))
        .expect(403);
  }

  @Test
  void sumsFiguresUpAsThenOrAsNow() throws InterruptedException {
    String unit = facility();
    String set = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'dataSets': [{'id': '%1$s', 'name': 'S %1$s', 'shortName': '%1$s',
               'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
               'dataSetElements': [{'dataElement': {'id': '%2$s'}}],
               'organisationUnits': [{'id': '%3$s'}]}]}\
            """
                .formatted(set, ELEMENT, unit))
        .expect(200);
    move(unit, SOUTH);
    admin
        .put(
            "/api/kituo/organisationUnits/" + unit + "/parents",
            parents(NORTH, "2022-03-01", SOUTH))
        .expect(200);
    for (String period : List.of("202202", "202203")) {
      admin
          .post(
              "/api/dataValueSets",
              "{'dataSet': '%s', 'dataValues': [{'dataElement': '%s', 'orgUnit': '%s', 'period': '%s', 'value': '5'}]}"
                  .formatted(set, ELEMENT, unit, period))
          .expect(200);
    }
    admin.post("/api/resourceTables/analytics").expect(200);
    String question =
        "/api/analytics?dimension=dx:%s&dimension=pe:202202;202203&dimension=ou:%s;%s"
            .formatted(ELEMENT, NORTH, SOUTH);
    JsonNode now = admin.get(question).expect(200).json("rows");
    for (int i = 0; i < 100 && now.size() < 2; i++) {
      Thread.sleep(50);
      now = admin.get(question).expect(200).json("rows");
    }
    assertThat(now.toString()).contains("\"202202\",\"" + SOUTH).contains("\"202203\",\"" + SOUTH);
    String then =
        admin.get(question + "&orgUnitHierarchy=THEN").expect(200).json("rows").toString();
    assertThat(then).contains("\"202202\",\"" + NORTH).contains("\"202203\",\"" + SOUTH);
    admin
        .get(
            "/api/analytics?dimension=dx:%s&filter=pe:202202;202203&dimension=ou:%s&orgUnitHierarchy=THEN"
                .formatted(ELEMENT, NORTH))
        .expect(409, "E7124");
  }
}
