package org.kituo.server.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kituo.model.integrity.IntegrityCheck;
import org.kituo.model.integrity.IntegrityChecks;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Checks of metadata through the API. */
class IntegrityTest {
  private static final TestClient admin = TestServer.shared().admin();

  private static String indicator(String numerator) {
    String uid = TestClient.newUid();
    String type = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'indicatorTypes': [{'id': '%1$s', 'name': 'T %1$s', 'factor': 1}],
             'indicators': [{'id': '%2$s', 'name': 'I %2$s', 'shortName': '%2$s',
               'indicatorType': {'id': '%1$s'}, 'numerator': '%3$s', 'denominator': '1'}]}\
            """
                .formatted(type, uid, numerator))
        .expect(200);
    return uid;
  }

  @Test
  void namesAndCodesOfChecksAreUnique() {
    Set<String> names = new HashSet<>();
    for (IntegrityCheck check : IntegrityChecks.ALL) {
      assertThat(names.add(check.name())).as(check.name()).isTrue();
    }
  }

  @Test
  void listsChecksByPatternCodeAndSection() {
    assertThat(admin.get("/api/dataIntegrity?checks=orgunits_*ed,ING").expect(200).json().size())
        .isEqualTo(2);
    assertThat(admin.get("/api/dataIntegrity?section=Organisation%20units").json().size())
        .isEqualTo(13);
    assertThat(admin.get("/api/dataIntegrity?checks=no_such_check").json().size()).isZero();
  }

  @Test
  void findsIndicatorsWithoutGroup() {
    String uid = indicator("1");
    assertThat(admin.get("/api/dataIntegrity/details?checks=indicators_not_grouped").body())
        .contains(uid);
    admin
        .post(
            "/api/indicatorGroups",
            "{'name': 'G %s', 'indicators': [{'id': '%s'}]}".formatted(uid, uid))
        .expect(201);
    assertThat(admin.get("/api/dataIntegrity/indicators_not_grouped/details").body())
        .doesNotContain(uid);
  }

  @Test
  void saysWhatIsWrongWithUnits() {
    String top = TestClient.newUid();
    String below = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
              {'id': '%1$s', 'name': 'Top %1$s', 'shortName': '%1$s', 'openingDate': '2000-01-01',
               'geometry': {'type': 'Polygon', 'coordinates': [[[0,0],[2,2],[2,0],[0,2],[0,0]]]}},
              {'id': '%2$s', 'name': 'Two  spaces', 'shortName': '%2$s', 'parent': {'id': '%1$s'},
               'openingDate': '2000-01-01',
               'geometry': {'type': 'Point', 'coordinates': [0.1, 0.1]}}]}\
            """
                .formatted(top, below))
        .expect(200);
    for (List<String> expected :
        List.of(
            List.of("orgunits_invalid_geometry", top),
            List.of("orgunits_multiple_spaces", below),
            List.of("orgunits_null_island", below))) {
      assertThat(admin.get("/api/dataIntegrity/%s/details".formatted(expected.get(0))).body())
          .as(expected.get(0))
          .contains(expected.get(1));
    }
  }

  @Test
  void countsInSummariesAsInDetails() {
    indicator("1");
    int listed =
        admin
            .get("/api/dataIntegrity/details?checks=indicators_not_grouped")
            .json("indicators_not_grouped.issues")
            .size();
    admin
        .get("/api/dataIntegrity/summary?checks=indicators_not_grouped")
        .expect(200)
        .has("indicators_not_grouped.count", listed)
        .has("indicators_not_grouped.code", "ING");
  }

  @Test
  void runsChecksAsJobs() {
    admin
        .post("/api/dataIntegrity/summary?checks=orgunits_orphaned")
        .expect(200)
        .has("response.jobType", "DATA_INTEGRITY");
    admin
        .post("/api/dataIntegrity/details", "['orgunits_orphaned']")
        .expect(200)
        .has("response.jobType", "DATA_INTEGRITY_DETAILS");
  }

  @Test
  void knowsNoOtherChecks() {
    admin.get("/api/dataIntegrity/no_such_check/summary").expect(404);
    assertThat(admin.get("/api/dataIntegrity/summary?checks=no_such_check").json().size()).isZero();
    assertThat(admin.get("/api/dataIntegrity/metrics").body())
        .contains("check=\"orgunits_orphaned\"");
  }
}
