package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Stored tables, charts, maps and dashboards: written in one form, read in both. */
class StoredAnalysisTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final String ROOT = TestClient.newUid();
  private static final String CHILD = TestClient.newUid();
  private static final String LEVEL = TestClient.newUid();
  private static final String ELEMENT = TestClient.newUid();
  private static final String GROUP = TestClient.newUid();
  private static final String GROUP_SET = TestClient.newUid();

  @BeforeAll
  static void someMetadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': '%1$s', 'name': 'Root %1$s', 'shortName': 'Root', 'openingDate': '2000-01-01'},
               {'id': '%2$s', 'name': 'Child %2$s', 'shortName': 'Child', 'openingDate': '2000-01-01', 'parent': {'id': '%1$s'}}],
             'organisationUnitLevels': [{'id': '%3$s', 'name': 'Level of %3$s', 'level': 17}],
             'dataElements': [{'id': '%4$s', 'name': 'Element %4$s', 'shortName': 'E %4$s', 'domainType': 'AGGREGATE',
               'valueType': 'NUMBER', 'aggregationType': 'SUM'}],
             'dataElementGroups': [{'id': '%5$s', 'name': 'Group %5$s', 'shortName': 'G %5$s', 'dataElements': [{'id': '%4$s'}]}],
             'dataElementGroupSets': [{'id': '%6$s', 'name': 'Set %6$s', 'shortName': 'S %6$s', 'dataElementGroups': [{'id': '%5$s'}]}]}\
            """
                .formatted(ROOT, CHILD, LEVEL, ELEMENT, GROUP, GROUP_SET))
        .expect(200);
  }

  private static String chart() {
    String id = TestClient.newUid();
    admin
        .post(
            "/api/visualizations",
            """
            {'id': '%s', 'name': 'Chart of %s', 'type': 'COLUMN',
             'columns': [{'dimension': 'dx', 'items': [{'id': '%s'}, {'id': 'Absent00001'}]},
                         {'dimension': '%s', 'items': [{'id': '%s'}]}],
             'rows': [{'dimension': 'pe', 'items': [{'id': 'LAST_12_MONTHS'}, {'id': '202401'}]}],
             'filters': [{'dimension': 'ou', 'items': [{'id': '%s'}, {'id': 'LEVEL-%s'}, {'id': 'USER_ORGUNIT'}]}],
             'axes': [{'index': 0, 'type': 'RANGE', 'title': {'text': 'People'}, 'baseLine': {'value': 5}}]}\
            """
                .formatted(id, id, ELEMENT, GROUP_SET, GROUP, CHILD, LEVEL))
        .expect(201);
    return id;
  }

  @Test
  void columnsRowsAndFiltersAreKeptByTheirKinds() {
    admin
        .get("/api/visualizations/" + chart())
        .expect(200)
        .has("columnDimensions", List.of("dx", GROUP_SET))
        .has("dataDimensionItems.dataElement.id", List.of(ELEMENT))
        .has("dataElementGroupSetDimensions.0.dataElementGroups.id", List.of(GROUP))
        .has("rawPeriods", List.of("LAST_12_MONTHS", "202401"))
        .has("relativePeriods.last12Months", true)
        .has("relativePeriods.thisYear", false)
        .has("periods.id", List.of("202401"))
        .has("organisationUnits.id", List.of(CHILD))
        .has("organisationUnitLevels", List.of(17L))
        .has("userOrganisationUnit", true)
        .has("parentGraphMap." + CHILD, ROOT)
        .has("metaData." + CHILD + ".name", "Child " + CHILD);
  }

  @Test
  void columnsRowsAndFiltersComeBackWithTheirItems() {
    admin
        .get(
            "/api/visualizations/%s?fields=columns[dimension,items[dimensionItem~rename(id),name,dimensionItemType]],rows[items[id,name]],filters[items[id,name]]"
                .formatted(chart()))
        .expect(200)
        .has("columns.dimension", List.of("dx", GROUP_SET))
        .has("columns.0.items.id", List.of(ELEMENT))
        .has("columns.1.items.0.dimensionItemType", "DATA_ELEMENT_GROUP")
        .has("columns.0.items.0.name", "Element " + ELEMENT)
        .has("columns.1.items.id", List.of(GROUP))
        .has("rows.0.items.id", List.of("LAST_12_MONTHS", "202401"))
        .has("filters.0.items.id", List.of(CHILD, "USER_ORGUNIT", "LEVEL-17"))
        .has("filters.0.items.2.name", "Level of " + LEVEL);
  }

  @Test
  void axesAreToldInTheOlderWayToo() {
    admin
        .get(
            "/api/visualizations/%s?fields=rangeAxisLabel,baseLineValue,targetLineValue"
                .formatted(chart()))
        .has("rangeAxisLabel", "People")
        .has("baseLineValue", 5.0)
        .has("targetLineValue", null);
  }

  @Test
  void whatWasReadWithAllFieldsCanBeWrittenBack() {
    String id = chart();
    String read = admin.get("/api/visualizations/" + id).expect(200).body();
    admin.put("/api/visualizations/" + id, read).expect(200);
    admin
        .get("/api/visualizations/" + id)
        .has("dataDimensionItems.dataElement.id", List.of(ELEMENT))
        .has("columnDimensions", List.of("dx", GROUP_SET))
        .has("organisationUnits.id", List.of(CHILD));
  }

  @Test
  void layersOfAMapAreReadWithIt() {
    String id = TestClient.newUid();
    admin
        .post(
            "/api/maps",
            """
            {'id': '%s', 'name': 'Map of %s', 'mapViews': [{'layer': 'thematic1',
              'columns': [{'dimension': 'dx', 'items': [{'id': '%s'}]}],
              'rows': [{'dimension': 'ou', 'items': [{'id': '%s'}]}],
              'filters': [{'dimension': 'pe', 'items': [{'id': 'THIS_YEAR'}]}]}]}\
            """
                .formatted(id, id, ELEMENT, ROOT))
        .expect(201);
    admin
        .get("/api/maps/%s?fields=mapViews[*,columns[items[id]],rows[items[id]]]".formatted(id))
        .has("mapViews.0.renderingStrategy", "SINGLE")
        .has("mapViews.0.columns.0.items.id", List.of(ELEMENT))
        .has("mapViews.0.rows.0.items.id", List.of(ROOT))
        .has("mapViews.0.relativePeriods.thisYear", true);
  }

  @Test
  void layersGoWithTheirMap() {
    String id = TestClient.newUid();
    String layer = TestClient.newUid();
    admin
        .post(
            "/api/maps",
            "{'id': '%s', 'name': 'Map', 'mapViews': [{'id': '%s', 'name': 'a', 'layer': 'facility'}]}"
                .formatted(id, layer))
        .expect(201);
    admin.get("/api/mapViews/" + layer).expect(200);
    admin
        .put("/api/maps/" + id, "{'name': 'Map', 'mapViews': [{'name': 'b', 'layer': 'orgUnit'}]}")
        .expect(200);
    admin.get("/api/mapViews/" + layer).expect(404);
    String other = admin.get("/api/maps/" + id).json("mapViews.0.id").stringValue();
    admin.delete("/api/maps/" + id).expect(200);
    admin.get("/api/mapViews/" + other).expect(404);
  }

  @Test
  void everybodyMarksFavouritesForHimself() {
    String id = chart();
    TestClient other = server.userWith();
    other.post("/api/visualizations/" + id + "/favorite").expect(200);
    other.get("/api/visualizations/" + id + "?fields=favorite").has("favorite", true);
    admin.get("/api/visualizations/" + id + "?fields=favorite").has("favorite", false);
    other.delete("/api/visualizations/" + id + "/favorite").expect(200);
    other.get("/api/visualizations/" + id + "?fields=favorite").has("favorite", false);
    admin.post("/api/visualizations/" + id + "/subscriber").expect(200);
    admin.get("/api/visualizations/" + id + "?fields=subscribed").has("subscribed", true);
    admin.post("/api/dataElements/" + ELEMENT + "/favorite").expect(409);
  }

  @Test
  void dashboardsFindTheirContentByWords() {
    String id = chart();
    admin
        .get("/api/dashboards/q/" + id)
        .expect(200)
        .has("visualizationCount", 1)
        .has("visualizations.id", List.of(id))
        .has("searchCount", 1)
        .has("mapCount", 0);
    admin.get("/api/dashboards/q?count=0&max=VISUALIZATION").has("mapCount", 0);
  }

  @Test
  void tilesOfADashboardSayWhatTheyAre() {
    String chart = chart();
    String id = TestClient.newUid();
    admin
        .post(
            "/api/dashboards",
            "{'id': '%s', 'name': 'Board', 'dashboardItems': [{'visualization': {'id': '%s'}}, {'text': 'Hello'}]}"
                .formatted(id, chart))
        .expect(201);
    admin
        .get("/api/dashboards/" + id)
        .has("itemCount", 2)
        .has("dashboardItems.type", List.of("VISUALIZATION", "TEXT"))
        .has("dashboardItems.contentCount", List.of(1L, 1L));
    admin.delete("/api/visualizations/" + chart).expect(200);
    admin.get("/api/dashboards/" + id).has("dashboardItems.type", List.of("TEXT"));
  }

  @Test
  void whatOneMayNotReadIsNotThere() {
    String id = TestClient.newUid();
    admin.post("/api/dashboards", "{'id': '%s', 'name': 'Mine'}".formatted(id)).expect(201);
    server.userWith().get("/api/dashboards/" + id).expect(404, "E1005");
  }

  @Test
  void anExportWithDependenciesHasAllThatIsNeeded() {
    String id = chart();
    var export = admin.get("/api/visualizations/" + id + "/metadata").expect(200);
    export
        .has("visualizations.id", List.of(id))
        .has("dataElements.id", List.of(ELEMENT))
        .has("dataElementGroupSets.id", List.of(GROUP_SET))
        .has("categoryCombos.code", List.of("default"))
        .has("organisationUnits", null);
    assertThat(export.json("system").isObject()).isTrue();
    admin.get("/api/dataSets/Absent00001/metadata").expect(404);
  }
}
