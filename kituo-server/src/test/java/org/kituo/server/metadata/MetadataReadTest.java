package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** Lists, objects and properties of metadata: fields, filters, order and pages. */
class MetadataReadTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void someMetadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'constants': [
               {'id': 'Constant001', 'name': 'alpha one', 'shortName': 'a1', 'code': 'C_A', 'value': 1},
               {'id': 'Constant002', 'name': 'Beta two', 'shortName': 'b2', 'code': 'C_B', 'value': 2.5},
               {'id': 'Constant003', 'name': 'gamma three', 'shortName': 'g3', 'value': 10}],
             'dataElements': [
               {'id': 'DataElemen1', 'name': 'Malaria cases', 'shortName': 'Malaria', 'code': 'MAL', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM',
                'translations': [{'property': 'NAME', 'locale': 'fr', 'value': 'Cas de paludisme'}]},
               {'id': 'DataElemen2', 'name': 'Malaria deaths', 'shortName': 'Deaths', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM'},
               {'id': 'DataElemen3', 'name': 'Measles cases', 'shortName': 'Measles', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'AVERAGE'}],
             'dataElementGroups': [
               {'id': 'DataElGroup', 'name': 'Malaria', 'shortName': 'Malaria',
                'dataElements': [{'id': 'DataElemen1'}, {'id': 'DataElemen2'}]}]}\
            """)
        .expect(200)
        .has("response.stats.created", 7);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aListHasAPagerAndNamesInOrder() {
    admin
        .get("/api/constants")
        .expect(200)
        .has("pager", Map.of("page", 1L, "total", 3L, "pageSize", 50L, "pageCount", 1L))
        .has("constants.displayName", List.of("alpha one", "Beta two", "gamma three"))
        .has("constants.0.id", "Constant001");
  }

  @Test
  void pagesLinkToEachOther() {
    Answer second = admin.get("/api/constants?page=2&pageSize=1&fields=id").expect(200);
    second.has("constants.id", List.of("Constant002")).has("pager.pageCount", 3);
    String next = second.json("pager.nextPage").stringValue();
    String previous = second.json("pager.prevPage").stringValue();
    assertThat(next).startsWith(server.address() + "/api/constants?");
    admin
        .get(next.substring(server.address().length()))
        .has("constants.id", List.of("Constant003"))
        .has("pager.nextPage", null);
    admin
        .get(previous.substring(server.address().length()))
        .has("constants.id", List.of("Constant001"))
        .has("pager.prevPage", null);
  }

  @Test
  void withoutPagingThereIsNoPager() {
    admin
        .get("/api/constants?paging=false")
        .expect(200)
        .has("pager", null)
        .has("constants.id", List.of("Constant001", "Constant002", "Constant003"));
  }

  @Test
  void orderIsByPropertyAndDirection() {
    List<String> downwards = List.of("Constant003", "Constant002", "Constant001");
    admin.get("/api/constants?order=value:desc").has("constants.id", downwards);
    admin.get("/api/constants?order=name:idesc").has("constants.id", downwards);
    admin
        .get("/api/dataElements?order=valueType:desc,name:desc")
        .has("dataElements.id", List.of("DataElemen3", "DataElemen2", "DataElemen1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name:eq:Beta two                  | Constant002
          name:ieq:beta TWO                 | Constant002
          name:!eq:Beta two                 | Constant001,Constant003
          name:like:a t                     | Constant002,Constant003
          name:ilike:ALPHA                  | Constant001
          name:!ilike:ALPHA                 | Constant002,Constant003
          name:$ilike:beta                  | Constant002
          name:ilike$:THREE                 | Constant003
          name:token:thr                    | Constant003
          name:in:[Beta two,gamma three,x]  | Constant002,Constant003
          name:!in:[Beta two,gamma three]   | Constant001
          code:null                         | Constant003
          code:!null                        | Constant001,Constant002
          value:gt:2                        | Constant002,Constant003
          value:ge:10                       | Constant003
          value:lt:2.5                      | Constant001
          value:le:2.5                      | Constant001,Constant002
          id:eq:Constant003                 | Constant003
          displayName:ilike:gamma           | Constant003
          identifiable:token:C_B            | Constant002
          """)
  void filterOperatorsSelect(String filter, String wanted) {
    admin
        .get("/api/constants?fields=id&filter=" + filter)
        .expect(200)
        .has("constants.id", List.of(wanted.split(",")));
  }

  @Test
  void filtersGoThroughReferencesAndCollections() {
    admin
        .get("/api/dataElements?fields=id&filter=dataElementGroups.id:eq:DataElGroup")
        .has("dataElements.id", List.of("DataElemen1", "DataElemen2"));
    admin
        .get("/api/dataElementGroups?fields=id&filter=dataElements:eq:2")
        .has("dataElementGroups.id", List.of("DataElGroup"));
    admin
        .get("/api/dataElementGroups?fields=id&filter=dataElements.name:like:Measles")
        .has("dataElementGroups", List.of());
    admin
        .get("/api/dataElements?fields=id&filter=categoryCombo.name:eq:default")
        .has("dataElements.id", List.of("DataElemen1", "DataElemen2", "DataElemen3"));
  }

  @Test
  void filtersAreJoinedByAndUnlessOrIsAsked() {
    String both = "&filter=name:like:Malaria&filter=valueType:eq:NUMBER";
    admin.get("/api/dataElements?fields=id" + both).has("dataElements", List.of());
    admin
        .get("/api/dataElements?fields=id&rootJunction=OR" + both)
        .has("dataElements.id", List.of("DataElemen1", "DataElemen2", "DataElemen3"));
  }

  @Test
  void aQueryLooksAtNamesAndCodes() {
    admin.get("/api/dataElements?query=measles").has("dataElements.id", List.of("DataElemen3"));
    admin.get("/api/dataElements?query=MAL").has("dataElements.0.id", "DataElemen1");
  }

  @Test
  void wrongFiltersAreNamed() {
    assertThat(admin.get("/api/constants?filter=colour:eq:red").expect(400).body())
        .contains("colour");
    assertThat(admin.get("/api/constants?filter=name:is:red").expect(400).body()).contains("is");
  }

  @Test
  void fieldsNestAndExclude() {
    admin
        .get("/api/dataElementGroups/DataElGroup?fields=id,dataElements[code,valueType]")
        .expect(200)
        .has("id", "DataElGroup")
        .has("dataElements.valueType", List.of("INTEGER", "INTEGER"));
    Answer without = admin.get("/api/constants/Constant001?fields=:all,!created,!access");
    without.has("created", null).has("access", null).has("value", 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          :identifiable | id,name,code,created,lastUpdated,lastUpdatedBy
          :nameable     | id,name,shortName,description,code,created,lastUpdated
          """)
  void presetsStandForTheirProperties(String preset, String wanted) {
    JsonNode object = admin.get("/api/constants/Constant001?fields=" + preset).json();
    assertThat(wanted.split(",")).containsAll(object.propertyNames());
    assertThat(object.propertyNames()).contains("id", "name", "code", "created", "lastUpdated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataElements~size             | 2
          dataElements~isEmpty          | false
          dataElements~isNotEmpty       | true
          name~rename(dataElements)     | Malaria
          """)
  void transformersChangeValues(String field, String wanted) {
    assertThat(
            String.valueOf(
                admin
                    .get("/api/dataElementGroups/DataElGroup?fields=" + field)
                    .expect(200)
                    .value("dataElements")))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataElements~pluck             | DataElemen1,DataElemen2
          dataElements~pluck(name)[name] | Malaria cases,Malaria deaths
          dataElements~pluck(name)       | {id=DataElemen1},{id=DataElemen2}
          dataElements~pluck[code]       | {code=MAL},{}
          """)
  void pluckMakesAListOfOnePropertyOfThoseAskedFor(String field, String wanted) {
    Answer answer = admin.get("/api/dataElementGroups/DataElGroup?fields=" + field).expect(200);
    assertThat(answer.list("dataElements"))
        .map(Object::toString)
        .containsExactlyInAnyOrder(wanted.split(","));
  }

  @Test
  void displayNamesAreTranslated() {
    admin
        .get("/api/dataElements/DataElemen1?fields=name,displayName&locale=fr")
        .has("name", "Malaria cases")
        .has("displayName", "Cas de paludisme");
    admin
        .get("/api/dataElements/DataElemen1?fields=displayName")
        .has("displayName", "Malaria cases");
  }

  @Test
  void aPropertyIsAnsweredUnderItsName() {
    admin
        .get("/api/dataElementGroups/DataElGroup/dataElements?fields=name")
        .expect(200)
        .has("dataElements.1", Map.of("name", "Malaria deaths"));
    admin.get("/api/dataElementGroups/DataElGroup/colour").expect(404);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    admin.get("/api/constants/NotThere001").expect(404, "E1005");
    admin.get("/api/nonsense").expect(404);
  }

  @Test
  void aListOfObjectsTellsTheAccessOfTheCaller() {
    admin
        .get("/api/constants/Constant001?fields=access")
        .has("access.read", true)
        .has("access.write", true)
        .has("access.delete", true);
    server
        .userWith("F_NOTHING")
        .get("/api/constants/Constant001?fields=access")
        .has("access.read", true)
        .has("access.write", false);
  }

  @Test
  void versionsInThePathAndEndingsSayNothing() {
    admin.get("/api/42/constants/Constant001.json?fields=id").has("id", "Constant001");
    admin.get("/api/constants/?fields=id").expect(200);
  }
}
