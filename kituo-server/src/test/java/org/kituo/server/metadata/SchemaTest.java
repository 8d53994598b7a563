package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** What clients learn about the types before they build forms for them. */
class SchemaTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void partsOfObjectsAreDescribedAsTypesWithoutLists() {
    admin
        .get("/api/schemas/legend?fields=plural,metadata,embeddedObject,relativeApiEndpoint")
        .expect(200)
        .has("plural", "legends")
        .has("metadata", false)
        .has("embeddedObject", true)
        .has("relativeApiEndpoint", null);
    List<String> kinds =
        admin
            .get("/api/schemas?fields=singular,metadata")
            .expect(200)
            .json("schemas")
            .valueStream()
            .filter(s ->
                List.of("legendSet", "legend", "expression")
                    .contains(s.path("singular").stringValue()))
            .map(s -> s.path("singular").stringValue() + " " + s.path("metadata").booleanValue())
            .sorted()
            .toList();
    assertThat(kinds).containsExactly("expression false", "legend false", "legendSet true");
  }

  @Test
  void relationsAreToldFromBothSides() {
    admin
        .get("/api/schemas/legendSet/legends")
        .expect(200)
        .has("oneToMany", true)
        .has("manyToMany", false)
        .has("cascade", "all,delete,delete-orphan")
        .has("embeddedObject", true);
    admin
        .get("/api/schemas/dataSet/periodType")
        .expect(200)
        .has("manyToOne", true)
        .has("simple", false)
        .has("owningRole", "org.hisp.dhis.dataset.DataSet.periodType");
    admin
        .get("/api/schemas/dataElement/dataSetElements")
        .expect(200)
        .has("oneToMany", true)
        .has("inverseRole", "org.hisp.dhis.dataelement.DataElement.dataSetElements");
  }

  @Test
  void typesWithoutKeptPropertiesAreNotPersisted() {
    admin
        .get("/api/schemas/seriesKey")
        .expect(200)
        .has("persisted", false)
        .has("embeddedObject", false);
    admin
        .get("/api/schemas/reportingRate/code")
        .expect(200)
        .has("persisted", false)
        .has("unique", false);
    admin.get("/api/schemas/legend").expect(200).has("persisted", true);
  }

  @Test
  void codesOfOptionsAreLongAndRequired() {
    admin
        .get("/api/schemas/option/code")
        .has("required", true)
        .has("max", 230.0)
        .has("length", 230);
    admin.get("/api/schemas/optionSet/code").has("required", false).has("max", 50.0);
    String set = TestClient.newUid();
    String option =
        "{'optionSets': [{'id': '%s', 'name': 'Codes', 'valueType': 'TEXT', 'options': [{'id': 'OptionCode1'}]}], 'options': [{'id': 'OptionCode1', 'name': 'A', 'optionSet': {'id': '%s'}%s}]}";
    admin
        .post("/api/metadata", option.formatted(set, set, ""))
        .expect(409)
        .has("response.typeReports.0.objectReports.0.errorReports.0.errorCode", "E4000");
    admin
        .post("/api/metadata", option.formatted(set, set, ", 'code': '" + "x".repeat(230) + "'"))
        .expect(200);
  }

  @Test
  void waysToDrawFieldsDependOnTheirValues() {
    JsonNode all = admin.get("/api/staticConfiguration/renderingOptions").expect(200).json();
    List<String> ofNumbers =
        all.valueStream()
            .filter(o -> o.path("clazz").asString("").endsWith("ProgramStageDataElement"))
            .filter(o -> o.path("valueType").asString("").equals("NUMBER"))
            .flatMap(o -> o.path("renderingTypes").valueStream())
            .map(JsonNode::asString)
            .toList();
    assertThat(ofNumbers).containsExactly("DEFAULT", "VALUE", "SLIDER", "LINEAR_SCALE", "SPINNER");
    assertThat(all.valueStream().filter(o -> o.path("hasOptionSet").asBoolean(false))).hasSize(2);
  }
}
