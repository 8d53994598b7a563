package org.kituo.server.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Geometries of organisation units: GeoJSON in and out, and the short form for maps. */
class GeometryTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void aHierarchy() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'OrgUnit0001', 'name': 'Country', 'shortName': 'Country', 'openingDate': '2000-01-01'},
               {'id': 'OrgUnit0002', 'name': 'District', 'shortName': 'District', 'code': 'D', 'openingDate': '2000-01-01', 'parent': {'id': 'OrgUnit0001'},
                'geometry': {'type': 'Polygon', 'coordinates': [[[1,1],[2,1],[2,2],[1,1]]]}},
               {'id': 'OrgUnit0003', 'name': 'Clinic', 'shortName': 'Cl', 'code': 'C', 'openingDate': '2000-01-01', 'parent': {'id': 'OrgUnit0002'}}],
             'organisationUnitLevels': [{'name': 'Top', 'level': 1}],
             'organisationUnitGroups': [{'id': 'OrgGroup001', 'name': 'Clinics', 'shortName': 'Clinics', 'organisationUnits': [{'id': 'OrgUnit0003'}]}],
             'organisationUnitGroupSets': [{'id': 'OrgGrpSet01', 'name': 'Types', 'shortName': 'Types', 'organisationUnitGroups': [{'id': 'OrgGroup001'}]}]}\
            """)
        .expect(200);
    admin
        .post(
            "/api/organisationUnits/OrgUnit0003/geometry",
            "{'type': 'Point', 'coordinates': [1.5, 1.25]}")
        .expect(200)
        .has("response.importCount.imported", 1);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void unitsOfALevelAreGivenAsGeoJson() {
    admin
        .get("/api/organisationUnits.geojson?level=2")
        .expect(200)
        .has("type", "FeatureCollection")
        .has("features.id", List.of("OrgUnit0002"))
        .has("features.0.properties.level", "2")
        .has("features.0.properties.parentGraph", "OrgUnit0001");
    admin
        .get("/api/organisationUnits.geojson?level=3&parent=OrgUnit0002")
        .has("features.0.properties.groups", List.of("OrgGroup001"));
  }

  @Test
  void mapsGetTheShortForm() {
    admin
        .get(
            "/api/geoFeatures?ou=ou:LEVEL-3;OrgUnit0001&displayProperty=SHORTNAME&includeGroupSets=true")
        .expect(200)
        .has("0.na", "Cl")
        .has("0.ty", 1)
        .has("0.co", "[1.5,1.25]")
        .has("0.hcd", false)
        .has("0.hcu", true)
        .has("0.pg", "OrgUnit0001/OrgUnit0002")
        .has("0.dimensions.OrgGrpSet01", "OrgGroup001");
    admin.get("/api/geoFeatures?ou=ou:OU_GROUP-OrgGroup001").has("id", List.of("OrgUnit0003"));
    admin.get("/api/geoFeatures").expect(409);
  }

  @Test
  void anImportReportsEveryFeatureThatDoesNotFit() {
    admin
        .post(
            "/api/organisationUnits/geometry?geoJsonProperty=key&orgUnitProperty=code&dryRun=true",
            """
            {'type': 'FeatureCollection', 'features': [
              {'type': 'Feature', 'geometry': {'type': 'Point', 'coordinates': [1, 1]}, 'properties': {'key': 'C'}},
              {'type': 'Feature', 'geometry': {'type': 'Point', 'coordinates': [1, 1]}, 'properties': {'key': 'nobody'}},
              {'type': 'Feature', 'geometry': {'type': 'Point'}, 'properties': {'key': 'D'}}]}\
            """)
        .expect(200)
        .has("status", "WARNING")
        .has("response.importCount.updated", 1)
        .has("response.importCount.ignored", 2)
        .has("response.conflicts.errorCode", List.of("E7708", "E7712"))
        .has("response.conflicts.0.indexes", List.of(1L));
    admin
        .get("/api/organisationUnits/OrgUnit0003?fields=geometry")
        .has("geometry.coordinates", List.of(1.5, 1.25));
  }

  @Test
  void whoMayNotChangeAUnitCannotMoveIt() {
    server
        .userWith()
        .post(
            "/api/organisationUnits/OrgUnit0003/geometry",
            "{'type': 'Point', 'coordinates': [9, 9]}")
        .expect(200)
        .has("status", "ERROR")
        .has("response.importCount.ignored", 1);
  }

  @Test
  void unitsAreFoundByWhereTheyAre() {
    String locations = "/api/organisationUnitLocations/";
    admin
        .get(locations + "withinRange?longitude=1.5&latitude=1.24&distance=1200")
        .expect(200)
        .has("id", List.of("OrgUnit0003"))
        .has("0.parent.id", "OrgUnit0002");
    admin
        .get(locations + "withinRange?longitude=1.5&latitude=1.24&distance=1000")
        .has("id", List.of());
    admin
        .get(locations + "orgUnitByLocation?longitude=1.9&latitude=1.1&fields=id,name")
        .expect(200)
        .has("name", List.of("District"));
    admin
        .get(locations + "orgUnitByLocation?longitude=1.9&latitude=1.1&targetLevel=1")
        .has("id", List.of());
    admin
        .get(locations + "orgUnitByLocation?longitude=1.9&latitude=1.1&topOrgUnit=OrgUnit0003")
        .has("id", List.of());
    String within =
        locations + "locationWithinOrgUnitBoundary?orgUnitUid=OrgUnit0002&longitude=1.9&latitude=";
    assertThat(admin.get(within + "1.1").expect(200).body()).isEqualTo("true");
    assertThat(admin.get(within + "1.95").body()).isEqualTo("false");
    admin.get(within + "north").expect(400);
    admin.get(locations + "withinRange?longitude=181&latitude=0&distance=1").expect(400);
    admin
        .get(
            locations
                + "locationWithinOrgUnitBoundary?longitude=1&latitude=1&orgUnitUid=OrgUnit9999")
        .expect(404);
  }

  @Test
  void levelsWithoutANameGetOne() {
    admin
        .get("/api/filledOrganisationUnitLevels")
        .expect(200)
        .has("name", List.of("Top", "Level 2", "Level 3"));
    server
        .userWith("F_ORGANISATIONUNITLEVEL_UPDATE")
        .post(
            "/api/filledOrganisationUnitLevels",
            "{'organisationUnitLevels': [{'name': 'Nation', 'level': 1}, {'name': 'Facility',"
                + " 'level': 3}]}")
        .expect(201);
    admin
        .get("/api/organisationUnitLevels?fields=name&order=level")
        .has("organisationUnitLevels.name", List.of("Nation", "Facility"));
  }
}
