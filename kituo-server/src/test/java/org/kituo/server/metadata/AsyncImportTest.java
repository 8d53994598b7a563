package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Imports that go on after the request was answered, and imports of comma-separated values. */
class AsyncImportTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static Answer summary(Answer started) throws InterruptedException {
    started.expect(200).has("response.responseType", "JobConfiguration");
    String path =
        String.valueOf(started.value("response.relativeNotifierEndpoint"))
            .replace("/tasks/", "/taskSummaries/");
    Answer summary = admin.get(path);
    while (summary.body().equals("null")) {
      Thread.sleep(20);
      summary = admin.get(path);
    }
    return summary;
  }

  private static String constant(String uid) {
    return "{'constants': [{'id': '%s', 'name': 'Async %s', 'shortName': 'Async', 'value': 1}]}"
        .formatted(uid, uid);
  }

  @Test
  void metadataAreImportedByAJobWithAReport() throws InterruptedException {
    String uid = TestClient.newUid();
    summary(admin.post("/api/metadata?async=true&importReportMode=FULL", constant(uid)))
        .has("status", "OK")
        .has("stats.created", 1)
        .has("typeReports.0.objectReports.0.uid", uid);
    admin.get("/api/constants/" + uid).expect(200);
  }

  @Test
  void aJobActsForItsUser() throws InterruptedException {
    String uid = TestClient.newUid();
    Answer started = server.userWith().post("/api/metadata?async=true", constant(uid));
    summary(started).has("status", "ERROR").has("stats.ignored", 1);
    admin.get("/api/constants/" + uid).expect(404);
  }

  @Test
  void geometriesAreImportedByAJob() throws InterruptedException {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/organisationUnits",
            "{'id': '%s', 'name': 'Async unit', 'shortName': 'Async unit', 'openingDate': '2000-01-01'}"
                .formatted(uid))
        .expect(201);
    String feature =
        "{'type': 'Feature', 'id': '%s', 'geometry': {'type': 'Point', 'coordinates': [1, 2]}}"
            .formatted(uid);
    summary(
            admin.post(
                "/api/organisationUnits/geometry?async=true",
                "{'type': 'FeatureCollection', 'features': [" + feature + "]}"))
        .has("status", "SUCCESS")
        .has("importCount.imported", 1);
    admin.get("/api/organisationUnits/" + uid).has("geometry.type", "Point");
  }

  private static Answer csv(String klass, String... lines) {
    return admin.send(
        "POST",
        "/api/metadata?importReportMode=FULL&classKey=" + klass,
        "application/csv",
        String.join("\n", lines));
  }

  @Test
  void linesBecomeObjects() {
    String element = TestClient.newUid();
    String unit = TestClient.newUid();
    csv(
            "DATA_ELEMENT",
            "name,uid,code,shortname",
            "\"Cases, all\",%s,CSV_%s,Cases".formatted(element, element))
        .expect(200)
        .has("response.stats.created", 1);
    admin
        .get("/api/dataElements/" + element)
        .has("name", "Cases, all")
        .has("domainType", "AGGREGATE")
        .has("aggregationType", "SUM");
    csv(
            "ORGANISATION_UNIT",
            "name,uid,code,parent",
            "Csv unit %s,%s,,,,,2001-02-03,,,POINT,\"[1.5,2.5]\"".formatted(unit, unit))
        .expect(200);
    admin
        .get("/api/organisationUnits/" + unit)
        .has("openingDate", "2001-02-03T00:00:00.000")
        .has("geometry.coordinates", List.of(1.5, 2.5));
  }

  @Test
  void linesWithTheSameSetAreItsOptions() {
    String set = TestClient.newUid();
    csv(
            "OPTION_SET",
            "setname,setuid,setcode,optionname,optionuid,optioncode",
            "Csv set,%s,,Red,,RED".formatted(set),
            "Csv set,%s,,Blue,,BLUE".formatted(set))
        .expect(200);
    admin
        .get("/api/optionSets/" + set + "?fields=name,options[code]")
        .has("name", "Csv set")
        .has("options.code", List.of("RED", "BLUE"));
  }

  @Test
  void membersAreAddedToThoseThatAGroupHas() {
    String group = TestClient.newUid();
    String one = TestClient.newUid();
    String two = TestClient.newUid();
    String element =
        "{'id': '%s', 'name': 'Csv %s', 'shortName': 'Csv %s', 'domainType': 'AGGREGATE', 'valueType': 'NUMBER', 'aggregationType': 'SUM'}";
    admin
        .post(
            "/api/metadata",
            "{'dataElements': [%s, %s], 'dataElementGroups': [{'id': '%s', 'name': 'Csv group', 'shortName': 'Csv group', 'dataElements': [{'id': '%s'}]}]}"
                .formatted(
                    element.formatted(one, one, one), element.formatted(two, two, two), group, one))
        .expect(200);
    csv("DATA_ELEMENT_GROUP_MEMBERSHIP", "group,element", group + "," + two).expect(200);
    assertThat(admin.get("/api/dataElementGroups/" + group + "?fields=dataElements~size").body())
        .contains("2");
  }

  @ParameterizedTest
  @CsvSource({"NO_SUCH_CLASS, a", "DATA_ELEMENT, '\"never ends'"})
  void whatCannotBeReadIsRefused(String klass, String line) {
    csv(klass, "name", line).expect(409);
  }

  @Test
  void theClassesAreListed() {
    assertThat(admin.get("/api/metadata/csvImportClasses").body()).contains("OPTION_SET");
  }
}
