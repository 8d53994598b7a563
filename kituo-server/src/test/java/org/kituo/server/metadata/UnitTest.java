package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** The units around a unit, and moving units. */
class UnitTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void units() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'RelatedUn01', 'name': 'R Top', 'shortName': 'R Top', 'openingDate': '2000-01-01'},
               {'id': 'RelatedUn02', 'name': 'R A', 'shortName': 'R A', 'openingDate': '2000-01-01', 'parent': {'id': 'RelatedUn01'}},
               {'id': 'RelatedUn03', 'name': 'R B', 'shortName': 'R B', 'openingDate': '2000-01-01', 'parent': {'id': 'RelatedUn01'}},
               {'id': 'RelatedUn04', 'name': 'R A1', 'shortName': 'R A1', 'openingDate': '2000-01-01', 'parent': {'id': 'RelatedUn02'}}],
             'organisationUnitGroups': [
               {'id': 'RelatedGr01', 'name': 'R Group', 'shortName': 'R Group',
                'organisationUnits': [{'id': 'RelatedUn03'}, {'id': 'RelatedUn04'}]}]}\
            """)
        .expect(200);
  }

  private static List<?> ids(String path) {
    return admin
        .get("/api/organisationUnits/" + path + "fields=id")
        .expect(200)
        .list("organisationUnits.id");
  }

  @Test
  void theUnitsAroundOneAreListed() {
    assertThat(ids("RelatedUn01/children?"))
        .isEqualTo(List.of("RelatedUn01", "RelatedUn02", "RelatedUn03"));
    assertThat(ids("RelatedUn01?includeDescendants=true&order=path&")).hasSize(4);
    assertThat(ids("RelatedUn04/ancestors?"))
        .isEqualTo(List.of("RelatedUn01", "RelatedUn02", "RelatedUn04"));
    assertThat(ids("RelatedUn04/parents?")).isEqualTo(List.of("RelatedUn01", "RelatedUn02"));
    assertThat(ids("RelatedUn01?level=2&")).isEqualTo(List.of("RelatedUn04"));
  }

  @Test
  void membersOfAGroupAreCountedBelowEachUnit() {
    admin
        .get(
            "/api/organisationUnits/RelatedUn01/children?memberCollection=groups&memberObject=RelatedGr01&fields=memberCount")
        .expect(200)
        .has("organisationUnits.memberCount", List.of(2L, 1L, 1L));
  }

  @Test
  void movingAUnitNeedsAnAuthorityOfItsOwn() {
    String move = "[{'op':'replace','path':'/parent','value':{'id':'RelatedUn03'}}]";
    admin
        .post(
            "/api/organisationUnits",
            "{'id':'RelatedUn09','name':'R Moves','shortName':'R Moves','openingDate':'2000-01-01','parent':{'id':'RelatedUn02'}}")
        .expect(201);
    assertThat(
            server
                .userWith("F_ORGANISATIONUNIT_ADD")
                .patch("/api/organisationUnits/RelatedUn09", move)
                .expect(409)
                .errorCodes())
        .containsExactly("E1520");
    server
        .userWith("F_ORGANISATIONUNIT_ADD", "F_ORGANISATIONUNIT_MOVE")
        .patch("/api/organisationUnits/RelatedUn09", move)
        .expect(200);
    admin
        .get("/api/organisationUnits/RelatedUn09?fields=path")
        .has("path", "/RelatedUn01/RelatedUn03/RelatedUn09");
    admin.delete("/api/organisationUnits/RelatedUn09").expect(200);
  }
}
