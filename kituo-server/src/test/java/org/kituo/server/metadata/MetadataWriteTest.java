package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Single objects: creating, replacing, patching, deleting, translating and sharing them. */
class MetadataWriteTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private final String id = TestClient.newUid();
  private final String path = "/api/dataElements/" + id;

  @BeforeEach
  void aDataElement() {
    admin
        .post("/api/dataElements", dataElement(id, "Element " + id, ", 'code': 'C" + id + "'"))
        .expect(201)
        .has("httpStatus", "Created")
        .has("status", "OK")
        .has("response.uid", id)
        .has("response.klass", "org.hisp.dhis.dataelement.DataElement");
  }

  private static String dataElement(String id, String name, String more) {
    return """
    {'id': '%s', 'name': '%s', 'shortName': '%s', 'domainType': 'AGGREGATE', 'valueType': 'NUMBER',
     'aggregationType': 'SUM'%s}\
    """
        .formatted(id, name, name, more);
  }

  private static String group(String id, String member) {
    return "{'id': '%s', 'name': 'Group %s', 'shortName': 'Group %s', 'dataElements': [{'id': '%s'}]}"
        .formatted(id, id, id, member);
  }

  @Test
  void creatingAnswersWhereTheObjectIs() {
    String other = TestClient.newUid();
    Answer answer =
        admin.post("/api/dataElements", dataElement(other, "Name " + other, "")).expect(201);
    assertThat(answer.header("Location"))
        .isEqualTo(server.address() + "/api/dataElements/" + other);
    admin
        .get("/api/dataElements/" + other + "?fields=:owner")
        .has("name", "Name " + other)
        .has("categoryCombo.id", "bjDvmb4bfuf")
        .has("createdBy.username", "admin");
  }

  @Test
  void anObjectWithoutIdentifierGetsOne() {
    Answer answer =
        admin
            .post(
                "/api/constants",
                "{'name': 'N%s', 'shortName': 'S%s', 'value': 1}".formatted(id, id))
            .expect(201);
    String given = answer.json("response.uid").stringValue();
    assertThat(given).matches("[A-Za-z][A-Za-z0-9]{10}");
    admin.get("/api/constants/" + given).expect(200).has("name", "N" + id);
  }

  @Test
  void aSecondObjectWithTheIdentifierOrCodeIsRefused() {
    assertThat(
            admin.post("/api/dataElements", dataElement(id, "Twin", "")).expect(409).errorCodes())
        .containsExactly("E5000");
    Answer sameCode =
        admin
            .post(
                "/api/dataElements",
                dataElement(TestClient.newUid(), "Twin", ", 'code': 'C" + id + "'"))
            .expect(409);
    assertThat(sameCode.errorCodes()).containsExactly("E5003");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Answer answer = admin.post("/api/dataElements", "{'shortName': 'x'}").expect(409);
    assertThat(answer.errorCodes()).containsOnly("E4000").hasSizeGreaterThan(1);
    assertThat(answer.list("response.errorReports.errorProperty"))
        .map(Object::toString)
        .contains("name", "domainType", "valueType", "aggregationType");
  }

  @Test
  void replacingClearsWhatIsNotSaid() {
    admin.put(path, dataElement(id, "New name", "")).expect(200).has("status", "OK");
    admin.get(path).has("name", "New name").has("code", null);
    admin.put("/api/dataElements/NotThere001", dataElement(id, "x", "")).expect(404, "E1005");
  }

  @Test
  void theIdentifierInThePathWins() {
    admin.put(path, dataElement(TestClient.newUid(), "Path wins " + id, "")).expect(200);
    admin.get(path).has("name", "Path wins " + id);
  }

  @Test
  void aPatchAddsReplacesAndRemoves() {
    admin
        .patch(
            path,
            """
            [{'op': 'add', 'path': '/description', 'value': 'Some'},
             {'op': 'replace', 'path': '/name', 'value': 'Patched %s'},
             {'op': 'remove', 'path': '/code'}]\
            """
                .formatted(id))
        .expect(200);
    admin
        .get(path)
        .has("description", "Some")
        .has("name", "Patched " + id)
        .has("code", null)
        .has("valueType", "NUMBER");
  }

  @Test
  void aPatchTakesItemsOutByTheirIdentifier() {
    String group = TestClient.newUid();
    String groupPath = "/api/dataElementGroups/" + group;
    admin.post("/api/dataElementGroups", group(group, id)).expect(201);
    admin
        .patch(groupPath, "[{'op': 'remove-by-id', 'path': '/dataElements', 'id': '" + id + "'}]")
        .expect(200);
    admin.get(groupPath).has("dataElements", List.of());
    admin
        .patch(
            groupPath, "[{'op': 'add', 'path': '/dataElements/-', 'value': {'id': '" + id + "'}}]")
        .expect(200);
    admin.get(groupPath).has("dataElements.id", List.of(id));
  }

  @Test
  void aPatchOfNonsenseChangesNothing() {
    Answer before = admin.get(path);
    assertThat(
            admin
                .patch(path, "[{'op': 'replace', 'path': '/nonsense', 'value': 1}]")
                .expect(400)
                .body())
        .contains("nonsense");
    admin.patch(path, "[{'op': 'explode', 'path': '/name'}]").expect(400);
    admin.send("PATCH", path, "application/json-patch+json", "[{'op'").expect(400);
    admin.send("PATCH", path, "application/json", "[]").expect(415);
    admin.patch(path, "[{'op': 'replace', 'path': '/valueType', 'value': 'SOUND'}]").expect(409);
    admin.patch(path, "[{'op': 'remove', 'path': '/name'}]").expect(409);
    assertThat(admin.get(path).json()).isEqualTo(before.json());
  }

  @Test
  void deletingTakesAnObjectAway() {
    admin.delete(path).expect(200).has("response.uid", id);
    admin.get(path).expect(404, "E1005");
    admin.delete(path).expect(404, "E1005");
  }

  @Test
  void whatIsReferredToCannotBeDeleted() {
    String options = TestClient.newUid();
    String element = TestClient.newUid();
    admin
        .post(
            "/api/optionSets",
            "{'id': '%s', 'name': 'Set %s', 'valueType': 'NUMBER'}".formatted(options, options))
        .expect(201);
    admin
        .post(
            "/api/dataElements",
            dataElement(element, "E " + element, ", 'optionSet': {'id': '" + options + "'}"))
        .expect(201);
    Answer refused = admin.delete("/api/optionSets/" + options).expect(409);
    assertThat(refused.errorCodes()).containsExactly("E4030");
    assertThat(refused.body()).contains("DataElement", "E " + element);
    admin.get("/api/optionSets/" + options).expect(200);
    admin.delete("/api/dataElements/" + element).expect(200);
    admin.delete("/api/optionSets/" + options).expect(200);
  }

  @Test
  void theDefaultObjectsCannotBeDeleted() {
    assertThat(admin.delete("/api/categoryCombos/bjDvmb4bfuf").expect(409).errorCodes())
        .containsExactly("E4030");
    admin.delete("/api/users/M5zQapPyTZI").expect(409, "E1004");
  }

  @Test
  void aMemberThatIsDeletedLeavesItsGroup() {
    String group = TestClient.newUid();
    admin.post("/api/dataElementGroups", group(group, id)).expect(201);
    admin.delete(path).expect(200);
    admin.get("/api/dataElementGroups/" + group).expect(200).has("dataElements", List.of());
  }

  @Test
  void collectionsAreChangedItemByItem() {
    String group = TestClient.newUid();
    String members = "/api/dataElementGroups/" + group + "/dataElements";
    admin.post("/api/dataElementGroups", group(group, id)).expect(201);
    admin.delete(members + "/" + id).expect(200);
    admin.get(members).has("dataElements", List.of());
    admin.post(members + "/" + id).expect(200);
    admin.get(members + "?fields=id").has("dataElements.id", List.of(id));
    admin.post(members, "{'deletions': [{'id': '%s'}]}".formatted(id)).expect(200);
    admin.get(members).has("dataElements", List.of());
    admin.put(members, "{'identifiableObjects': [{'id': '%s'}]}".formatted(id)).expect(200);
    admin.get(members + "?fields=id").has("dataElements.id", List.of(id));
  }

  @Test
  void translationsAreReplacedAsAWhole() {
    String translations = path + "/translations";
    admin
        .put(
            translations,
            "{'translations': [{'property': 'NAME', 'locale': 'fr', 'value': 'Nom %s'}]}"
                .formatted(id))
        .expect(204);
    admin.get(path + "?locale=fr").has("displayName", "Nom " + id).has("name", "Element " + id);
    String twice = "{'property': 'NAME', 'locale': 'fr', 'value': 'x'}";
    admin.put(translations, "{'translations': [%s, %s]}".formatted(twice, twice)).expect(409);
    admin.get(path + "?locale=fr").has("displayName", "Nom " + id);
    admin.put(translations, "{'translations': []}").expect(204);
    admin.get(path + "?locale=fr").has("displayName", "Element " + id);
  }

  @Test
  void sharingDecidesWhoReadsAndWrites() {
    String reader = TestClient.newUid();
    TestClient read = server.user(reader, "F_DATAELEMENT_PUBLIC_ADD");
    TestClient other = server.userWith("F_DATAELEMENT_PUBLIC_ADD");
    admin
        .put(
            path + "/sharing",
            "{'public': '--------', 'users': {'%s': {'id': '%s', 'access': 'r-------'}}}"
                .formatted(reader, reader))
        .expect(204);
    read.get(path).expect(200).has("sharing.public", "--------");
    other.get(path).expect(404, "E1005");
    other
        .get("/api/dataElements?fields=id&filter=id:eq:" + id)
        .expect(200)
        .has("dataElements", List.of())
        .has("pager.total", 0);
    String rename = "[{'op': 'replace', 'path': '/name', 'value': 'Renamed %s'}]".formatted(id);
    read.patch(path, rename).expect(403, "E1006");
    admin
        .patch(
            path,
            "[{'op': 'replace', 'path': '/sharing/users/%s/access', 'value': 'rw------'}]"
                .formatted(reader))
        .expect(200);
    read.patch(path, rename).expect(200);
    read.get(path).has("name", "Renamed " + id).has("lastUpdatedBy.id", reader);
    read.delete(path).expect(403, "E1006");
  }

  @Test
  void authoritiesDecideWhoCreates() {
    String body = dataElement(TestClient.newUid(), "Of someone " + id, "");
    server.userWith("F_INDICATOR_PUBLIC_ADD").post("/api/dataElements", body).expect(403, "E1006");
    server.userWith("F_DATAELEMENT_PUBLIC_ADD").post("/api/dataElements", body).expect(201);
  }

  @Test
  void withoutAccountNothingIsAnswered() {
    TestClient program = server.nobody().with("X-Requested-With", "XMLHttpRequest");
    program.get(path).expect(401).has("httpStatusCode", 401);
    program.delete(path).expect(401);
    server.as("admin", "wrong").get(path).expect(401);
    assertThat(server.nobody().get(path).expect(302).header("Location")).isEqualTo("/login/");
    admin.get(path).expect(200);
  }

  @Test
  void bodiesThatAreNoObjectsAreRefused() {
    admin.post("/api/dataElements", "{'name'").expect(409);
    admin.post("/api/dataElements", "[]").expect(409);
    admin.post("/api/dataElements", "").expect(409);
    admin.post("/api/nonsense", "{}").expect(404);
  }

  @Test
  void aValueOfTheWrongTypeIsNamed() {
    Answer answer =
        admin
            .post("/api/constants", "{'name': 'x', 'shortName': 'x', 'value': 'many'}")
            .expect(409);
    assertThat(answer.body()).contains("value").contains("many");
  }

  @Test
  void thePasswordIsNeverShown() {
    server.user(id, "F_NOTHING");
    assertThat(
            admin.get("/api/users/" + id + "?fields=:all,password").expect(200).value("password"))
        .isNull();
    assertThat(admin.get("/api/users?fields=id,password&paging=false").list("users"))
        .allSatisfy(user -> assertThat(((Map<?, ?>) user).get("password")).isNull());
  }

  @Test
  void aPatchLeavesALongCollectionThatItDoesNotTouch() {
    List<String> units = IntStream.range(0, 600).mapToObj(i -> TestClient.newUid()).toList();
    String all =
        units.stream()
            .map(u ->
                "{'id': '%s', 'name': 'U %s', 'shortName': 'U %s', 'openingDate': '2020-01-01'}"
                    .formatted(u, u, u))
            .collect(Collectors.joining(", "));
    String refs = units.stream().map("{'id': '%s'}"::formatted).collect(Collectors.joining(", "));
    String group = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            "{'organisationUnits': [%s], 'organisationUnitGroups': [%s]}"
                .formatted(
                    all,
                    "{'id': '%s', 'name': '%s', 'shortName': '%s', 'organisationUnits': [%s]}"
                        .formatted(group, group, group, refs)))
        .expect(200);
    String of = "/api/organisationUnitGroups/" + group;
    admin
        .patch(of, "[{'op': 'replace', 'path': '/name', 'value': 'Named %s'}]".formatted(group))
        .expect(200);
    String size = of + "?fields=name,organisationUnits~size~rename(size)";
    admin.get(size).has("name", "Named " + group).has("size", 600);
    admin
        .patch(
            of,
            "[{'op': 'remove-by-id', 'path': '/organisationUnits', 'id': '%s'}]"
                .formatted(units.getFirst()))
        .expect(200);
    admin.get(size).has("size", 599);
    admin.post(of + "/organisationUnits/" + units.getFirst(), "{}").expect(200);
    admin.get(size).has("size", 600);
    admin
        .get("/api/organisationUnits/" + units.getFirst())
        .has("organisationUnitGroups.0.id", group);
  }
}
