package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Import of many objects: strategies, atomic mode, identifiers, references, dry run. */
class MetadataImportTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private final String old = TestClient.newUid();
  private final String fresh = TestClient.newUid();

  private static String constant(String id, String name) {
    return "{'id': '%s', 'code': 'C%s', 'name': '%s', 'shortName': '%s', 'value': 1}"
        .formatted(id, id, name, name);
  }

  private static Answer send(String parameters, String... constants) {
    return admin.post(
        "/api/metadata?" + parameters, "{'constants': [" + String.join(",", constants) + "]}");
  }

  private void exists() {
    send("", constant(old, "Old " + old)).expect(200).has("response.stats.created", 1);
  }

  private static void named(String id, String name) {
    admin.get("/api/constants/" + id).expect(200).has("name", name);
  }

  private static void absent(String id) {
    admin.get("/api/constants/" + id).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"importStrategy=CREATE_AND_UPDATE", "", "importStrategy=NEW_AND_UPDATES"})
  void createAndUpdateDoesBoth(String strategy) {
    exists();
    send(strategy, constant(old, "New " + old), constant(fresh, "Fresh " + fresh))
        .expect(200)
        .has("status", "OK")
        .has("response.responseType", "ImportReport")
        .has("response.status", "OK")
        .has("response.stats.created", 1)
        .has("response.stats.updated", 1)
        .has("response.stats.total", 2)
        .has("response.typeReports.klass", List.of("org.hisp.dhis.constant.Constant"));
    named(old, "New " + old);
    named(fresh, "Fresh " + fresh);
  }

  @Test
  void createRefusesWhatIsThere() {
    exists();
    Answer answer =
        send(
                "importStrategy=CREATE",
                constant(old, "New " + old),
                constant(fresh, "Fresh " + fresh))
            .expect(409)
            .has("status", "WARNING")
            .has("response.status", "ERROR")
            .has("response.stats.ignored", 2);
    assertThat(answer.errorCodes()).containsExactly("E5000");
    named(old, "Old " + old);
    absent(fresh);
  }

  @Test
  void createWithoutAtomicCreatesTheRest() {
    exists();
    send(
            "importStrategy=CREATE&atomicMode=NONE",
            constant(old, "New " + old),
            constant(fresh, "Fresh " + fresh))
        .expect(409)
        .has("response.status", "WARNING")
        .has("response.stats.created", 1)
        .has("response.stats.ignored", 1);
    named(old, "Old " + old);
    named(fresh, "Fresh " + fresh);
  }

  @Test
  void updateRefusesWhatIsNotThere() {
    exists();
    Answer answer =
        send(
                "importStrategy=UPDATE&atomicMode=NONE",
                constant(old, "New " + old),
                constant(fresh, "Fresh " + fresh))
            .expect(409)
            .has("response.stats.updated", 1)
            .has("response.stats.ignored", 1);
    assertThat(answer.errorCodes()).containsExactly("E5001");
    named(old, "New " + old);
    absent(fresh);
  }

  @Test
  void deleteDeletes() {
    exists();
    send("importStrategy=DELETE", "{'id': '%s'}".formatted(old))
        .expect(200)
        .has("response.stats.deleted", 1);
    absent(old);
    assertThat(
            send("importStrategy=DELETE", "{'id': '%s'}".formatted(old)).expect(409).errorCodes())
        .containsExactly("E5001");
  }

  @Test
  void anUnknownStrategyIsRefused() {
    send("importStrategy=EXPLODE", constant(fresh, "x")).expect(400);
    absent(fresh);
  }

  @Test
  void oneErrorKeepsAllOutWhenAtomic() {
    Answer answer =
        send("", constant(fresh, "Fresh " + fresh), "{'shortName': 'nameless', 'value': 1}")
            .expect(409)
            .has("response.stats.created", 0)
            .has("response.stats.ignored", 2);
    assertThat(answer.errorCodes()).containsExactly("E4000");
    absent(fresh);
  }

  @Test
  void oneErrorKeepsOnlyItselfOutWhenNotAtomic() {
    send("atomicMode=NONE", constant(fresh, "Fresh " + fresh), "{'shortName': 'x', 'value': 1}")
        .expect(409)
        .has("response.stats.created", 1)
        .has("response.stats.ignored", 1);
    named(fresh, "Fresh " + fresh);
  }

  @Test
  void aDryRunReportsAndChangesNothing() {
    exists();
    send("importMode=VALIDATE", constant(old, "New " + old), constant(fresh, "Fresh " + fresh))
        .expect(200)
        .has("response.stats.created", 1)
        .has("response.stats.updated", 1);
    named(old, "Old " + old);
    absent(fresh);
    assertThat(
            send("importMode=VALIDATE", "{'id': '%s'}".formatted(fresh)).expect(409).errorCodes())
        .isNotEmpty()
        .containsOnly("E4000");
  }

  @Test
  void codesNameObjectsAndReferences() {
    exists();
    send(
            "identifier=CODE",
            "{'code': 'C%s', 'name': 'By code %s', 'shortName': 'x%s', 'value': 2}"
                .formatted(old, old, old))
        .expect(200)
        .has("response.stats.updated", 1);
    named(old, "By code " + old);
  }

  @Test
  void referencesMayPointForwardInTheBundle() {
    String element = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'dataElementGroups': [{'id': '%s', 'name': 'G%s', 'shortName': 'G%s', 'dataElements': [{'id': '%s'}]}],
             'dataElements': [{'id': '%s', 'name': 'E%s', 'shortName': 'E%s', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'SUM'}]}\
            """
                .formatted(fresh, fresh, fresh, element, element, element, element))
        .expect(200)
        .has("response.stats.created", 2);
    admin.get("/api/dataElementGroups/" + fresh).has("dataElements.id", List.of(element));
  }

  @Test
  void aReferenceToNothingIsNamed() {
    Answer answer =
        admin
            .post(
                "/api/metadata",
                "{'dataElementGroups': [{'id': '%s', 'name': 'G%s', 'shortName': 'G%s', 'dataElements': [{'id': 'NotThere001'}]}]}"
                    .formatted(fresh, fresh, fresh))
            .expect(409);
    assertThat(answer.errorCodes()).containsExactly("E5002");
    assertThat(answer.body()).contains("NotThere001", "dataElement");
    admin.get("/api/dataElementGroups/" + fresh).expect(404);
  }

  @Test
  void twoOfAKindInOneBundleAreRefused() {
    Answer answer =
        send("", constant(fresh, "One " + fresh), constant(fresh, "Two " + fresh)).expect(409);
    assertThat(answer.errorCodes()).isNotEmpty();
    absent(fresh);
  }

  @Test
  void aFullReportNamesEveryObject() {
    send("importReportMode=FULL", constant(fresh, "Fresh " + fresh))
        .expect(200)
        .has("response.typeReports.0.objectReports.0.uid", fresh)
        .has("response.typeReports.0.objectReports.0.index", 0);
  }

  @Test
  void whoMayNotWriteATypeImportsNothingOfIt() {
    TestClient someone = server.userWith("F_DATAELEMENT_PUBLIC_ADD", "F_METADATA_IMPORT");
    Answer answer =
        someone
            .post("/api/metadata", "{'constants': [" + constant(fresh, "Fresh " + fresh) + "]}")
            .expect(409);
    assertThat(answer.errorCodes()).containsExactly("E3000");
    absent(fresh);
  }

  @Test
  void bodiesThatAreNoBundlesAreRefused() {
    admin.post("/api/metadata", "[]").expect(409);
    admin.post("/api/metadata", "{'constants'").expect(409);
    admin
        .post("/api/metadata", "{'nonsense': [{'id': 'x'}]}")
        .expect(200)
        .has("response.stats.total", 0);
  }

  @Test
  void theExportOfATypeImportsAgain() {
    exists();
    Answer export = admin.get("/api/metadata?constants:filter=id:eq:" + old).expect(200);
    export.has("constants.id", List.of(old)).has("dataElements", null);
    admin
        .post("/api/metadata", export.body())
        .expect(200)
        .has("response.stats.created", 0)
        .has("response.stats.updated", 1);
    named(old, "Old " + old);
  }
}
