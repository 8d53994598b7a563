package org.kituo.server.gist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Gists of lists, objects and collections. */
class GistTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void someMetadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'dataElements': [
               {'id': 'DataElemen1', 'name': 'Malaria cases', 'shortName': 'Malaria', 'code': 'MAL', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM'},
               {'id': 'DataElemen2', 'name': 'Malaria deaths', 'shortName': 'Deaths', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM'},
               {'id': 'DataElemen3', 'name': 'Measles, cases', 'shortName': 'Measles', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'AVERAGE'}],
             'dataElementGroups': [
               {'id': 'DataElGroup', 'name': 'Malaria', 'shortName': 'Malaria',
                'dataElements': [{'id': 'DataElemen1'}, {'id': 'DataElemen2'}]}]}\
            """)
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aListIsPagedAndCountsOnlyWhenAsked() {
    admin
        .get("/api/dataElements/gist?fields=id,name&order=name&pageSize=2")
        .expect(200)
        .has("gist", true)
        .has("pager.total", null)
        .has("dataElements.id", List.of("DataElemen1", "DataElemen2"));
    admin
        .get("/api/dataElements/gist?fields=id,name&pageSize=2&total=true")
        .has("pager.total", 3)
        .has("pager.pageCount", 2);
    admin.get("/api/dataElements/gist?pageSize=5000&fields=id").has("pager.pageSize", 1000);
  }

  @Test
  void oneFieldGivesPlainValues() {
    assertThat(admin.get("/api/dataElements/gist?fields=name&order=name&headless=true").body())
        .isEqualTo("[\"Malaria cases\",\"Malaria deaths\",\"Measles, cases\"]");
    assertThat(admin.get("/api/dataElements/DataElemen1/name/gist").body())
        .isEqualTo("\"Malaria cases\"");
  }

  @Test
  void referencesAreIdentifiersWithAddresses() {
    admin
        .get("/api/dataElements/DataElemen1/gist?fields=id,categoryCombo,dataElementGroups")
        .has("categoryCombo", "bjDvmb4bfuf")
        .has("dataElementGroups", List.of("DataElGroup"))
        .has("apiEndpoints.categoryCombo", "/api/dataElements/DataElemen1/categoryCombo/gist");
  }

  @Test
  void transformationsTellOfCollections() {
    admin
        .get(
            "/api/dataElementGroups/gist?fields=dataElements::size~rename(n),id"
                + "&filter=id:eq:DataElGroup")
        .has("dataElementGroups.0.n", 2);
    admin
        .get("/api/dataElementGroups/gist?fields=id,dataElements::member(DataElemen3)")
        .has("dataElementGroups.0.dataElements", false);
    admin
        .get("/api/dataElementGroups/gist?fields=id,dataElements::pluck(name)")
        .has("dataElementGroups.0.dataElements", List.of("Malaria cases", "Malaria deaths"));
  }

  @Test
  void aCollectionIsListedAndSoIsWhatIsNotInIt() {
    admin
        .get("/api/dataElementGroups/DataElGroup/dataElements/gist?fields=name&order=name")
        .has("dataElements", List.of("Malaria cases", "Malaria deaths"));
    admin
        .get("/api/dataElementGroups/DataElGroup/dataElements/gist?fields=name&inverse=true")
        .has("dataElements", List.of("Measles, cases"));
  }

  @Test
  void filtersKnowPatternsGroupsAndAccess() {
    String base = "/api/dataElements/gist?fields=id&order=id";
    admin.get(base + "&filter=name:like:mal*cases").has("dataElements", List.of("DataElemen1"));
    admin.get(base + "&filter=name:like:MEASLES").has("dataElements", List.of("DataElemen3"));
    admin
        .get(base + "&filter=1:code:eq:MAL&filter=1:id:eq:DataElemen3&filter=name:!null")
        .has("dataElements", List.of("DataElemen1", "DataElemen3"));
    String stranger = TestClient.newUid();
    server.user(stranger);
    admin.get(base + "&filter=code:canWrite:" + stranger).has("dataElements", List.of());
  }

  @Test
  void whatDoesNotExistIsNamed() {
    admin.get("/api/dataElements/gist?fields=id,flavour").expect(400);
    admin.get("/api/dataElements/gist?filter=flavour:eq:x").expect(400);
  }

  @Test
  void valuesAreSeparatedByCommasWhenAsked() {
    assertThat(admin.get("/api/dataElements/gist.csv?fields=id,name&order=name:desc").body())
        .startsWith("id,name\nDataElemen3,\"Measles, cases\"\nDataElemen2,Malaria deaths\n");
    assertThat(
            admin
                .get("/api/dataElementGroups.csv?fields=id,dataElements&skipHeader=true")
                .expect(200)
                .body())
        .isEqualTo("DataElGroup,DataElemen1;DataElemen2\n");
  }

  @Test
  void aComputedValueMayTellWhatItIsComputedFrom() {
    admin
        .get(
            "/api/users/gist?fields=id,name~from(firstName,surname)~rename(label)&filter=username:eq:admin")
        .expect(200)
        .has("users.label", java.util.List.of("admin admin"));
  }
}
