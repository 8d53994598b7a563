package org.kituo.server.orgunit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Profiles of units, and the units that programs are assigned to. */
class UnitProfileTest {
  private static final String PROFILE = "/api/organisationUnitProfile";
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void someUnits() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'ProfileOu01', 'name': 'Profile country', 'shortName': 'Profile country', 'openingDate': '2000-01-01'},
               {'id': 'ProfileOu02', 'name': 'Profile clinic', 'shortName': 'Profile clinic', 'openingDate': '2000-01-01',
                'parent': {'id': 'ProfileOu01'}, 'contactPerson': 'Ada',
                'geometry': {'type': 'Point', 'coordinates': [1.5, 2.5]},
                'attributeValues': [{'attribute': {'id': 'ProfileAt01'}, 'value': '12'}]}],
             'attributes': [{'id': 'ProfileAt01', 'name': 'Beds', 'shortName': 'Beds', 'valueType': 'INTEGER',
               'organisationUnitAttribute': true}],
             'organisationUnitGroups': [{'id': 'ProfileOg01', 'name': 'Profile public', 'shortName': 'Profile public',
               'organisationUnits': [{'id': 'ProfileOu02'}]}],
             'organisationUnitGroupSets': [{'id': 'ProfileOs01', 'name': 'Profile owner', 'shortName': 'Profile owner',
               'organisationUnitGroups': [{'id': 'ProfileOg01'}]}],
             'dataElements': [{'id': 'ProfileDe01', 'name': 'Profile cases', 'shortName': 'Profile cases',
               'domainType': 'AGGREGATE', 'valueType': 'INTEGER', 'aggregationType': 'SUM'}],
             'dataSets': [{'id': 'ProfileDs01', 'name': 'Profile form', 'shortName': 'Profile form',
               'periodType': 'Monthly', 'organisationUnits': [{'id': 'ProfileOu02'}],
               'dataSetElements': [{'dataElement': {'id': 'ProfileDe01'}}]}],
             'programs': [{'id': 'ProfilePr01', 'name': 'Profile program', 'shortName': 'Profile program',
               'programType': 'WITHOUT_REGISTRATION', 'organisationUnits': [{'id': 'ProfileOu02'}]}]}\
            """)
        .expect(200);
    admin
        .post(
            "/api/dataValueSets",
            "{'dataValues': [{'dataElement': 'ProfileDe01', 'period': '202401', 'orgUnit': 'ProfileOu02', 'value': '7'}]}")
        .expect(200);
  }

  /** Analytics know of a figure a moment after it was saved. */
  private static void untilSeen() throws InterruptedException {
    String question =
        "/api/analytics?dimension=dx:ProfileDe01&filter=pe:202401&filter=ou:ProfileOu02";
    while (admin.get(question).expect(200).json("rows").isEmpty()) {
      Thread.sleep(50);
    }
  }

  @Test
  void aProfileTellsWhatWasChosenOfAUnit() throws InterruptedException {
    untilSeen();
    admin
        .post(
            PROFILE,
            "{'attributes': ['ProfileAt01'], 'groupSets': ['ProfileOs01'], 'dataItems': ['ProfileDe01', 'ProfileDs01']}")
        .expect(200);
    admin.get(PROFILE).has("dataItems", List.of("ProfileDe01", "ProfileDs01"));
    admin
        .get(PROFILE + "/ProfileOu02/data?period=202401")
        .expect(200)
        .has("info.name", "Profile clinic")
        .has("info.parentName", "Profile country")
        .has("info.contactPerson", "Ada")
        .has("info.longitude", 1.5)
        .has("attributes", List.of(Map.of("id", "ProfileAt01", "label", "Beds", "value", "12")))
        .has("groupSets.value", List.of("Profile public"))
        .has("dataItems.label", List.of("Profile cases", "Profile form"))
        .has("dataItems.0.value", 7);
  }

  @Test
  void whatCannotBeToldIsRefusedAtOnce() {
    admin
        .post(PROFILE, "{'attributes': ['NoSuchThing'], 'dataItems': ['ProfileOu01']}")
        .expect(409, "E4014");
    server.userWith().post(PROFILE, "{}").expect(403);
    admin.get(PROFILE + "/NoSuchUnit1/data").expect(404);
  }

  @Test
  void unitsOfAProgramAreToldByTheirIdentifiers() {
    admin
        .get("/api/programs/orgUnits?programs=ProfilePr01")
        .expect(200)
        .has("ProfilePr01", List.of("ProfileOu02"));
    admin.get("/api/categoryOptions/orgUnits").expect(200).has("xYerKDKCefk", List.of());
  }
}
