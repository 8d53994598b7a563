package org.kituo.server.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Merging objects and units, and splitting units, with everything that refers to them. */
class MergeTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void metadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'UnitTop0001', 'name': 'Top', 'shortName': 'Top', 'openingDate': '2000-01-01'},
               {'id': 'UnitOne0001', 'name': 'One', 'shortName': 'One', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}},
               {'id': 'UnitTwo0001', 'name': 'Two', 'shortName': 'Two', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}},
               {'id': 'UnitTrg0001', 'name': 'Target', 'shortName': 'Target', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}},
               {'id': 'UnitChi0001', 'name': 'Child', 'shortName': 'Child', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitOne0001'}},
               {'id': 'UnitOld0001', 'name': 'Old', 'shortName': 'Old', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}},
               {'id': 'UnitNew0001', 'name': 'New A', 'shortName': 'New A', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}},
               {'id': 'UnitNew0002', 'name': 'New B', 'shortName': 'New B', 'openingDate': '2000-01-01', 'parent': {'id': 'UnitTop0001'}}],
             'organisationUnitGroups': [
               {'id': 'UnitGroup01', 'name': 'Group', 'shortName': 'Group',
                'organisationUnits': [{'id': 'UnitOne0001'}, {'id': 'UnitTwo0001'}, {'id': 'UnitOld0001'}]}],
             'dataElements': [
               {'id': 'MergeElem01', 'name': 'E1', 'shortName': 'E1', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER', 'aggregationType': 'SUM'},
               {'id': 'MergeElem02', 'name': 'E2', 'shortName': 'E2', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER', 'aggregationType': 'SUM'},
               {'id': 'MergeElem03', 'name': 'E3', 'shortName': 'E3', 'domainType': 'AGGREGATE', 'valueType': 'TEXT', 'aggregationType': 'NONE'}],
             'dataSets': [
               {'id': 'MergeSet001', 'name': 'Set', 'shortName': 'Set', 'periodType': 'Monthly',
                'dataSetElements': [{'dataElement': {'id': 'MergeElem01'}}, {'dataElement': {'id': 'MergeElem02'}}],
                'organisationUnits': [{'id': 'UnitOne0001'}, {'id': 'UnitTwo0001'}, {'id': 'UnitTrg0001'}, {'id': 'UnitOld0001'},
                  {'id': 'UnitNew0001'}, {'id': 'UnitChi0001'}]}],
             'indicatorTypes': [{'id': 'MergeType01', 'name': 'T', 'factor': 1}, {'id': 'MergeType02', 'name': 'U', 'factor': 1}],
             'indicators': [
               {'id': 'MergeIndi01', 'name': 'I1', 'shortName': 'I1', 'indicatorType': {'id': 'MergeType01'}, 'numerator': '1', 'denominator': '1'},
               {'id': 'MergeIndi02', 'name': 'I2', 'shortName': 'I2', 'indicatorType': {'id': 'MergeType01'}, 'numerator': '2', 'denominator': '1'},
               {'id': 'MergeIndi03', 'name': 'I3', 'shortName': 'I3', 'indicatorType': {'id': 'MergeType02'}, 'numerator': 'N{MergeIndi01}*2', 'denominator': '1'}],
             'indicatorGroups': [
               {'id': 'MergeGroup1', 'name': 'G', 'indicators': [{'id': 'MergeIndi01'}, {'id': 'MergeIndi02'}]}]}\
            """)
        .expect(200);
    admin
        .patch(
            "/api/users/M5zQapPyTZI",
            "[{'op':'add','path':'/organisationUnits','value':[{'id':'UnitTop0001'}]}]")
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static void figure(String element, String unit, String period, int value) {
    admin
        .post(
            "/api/dataValueSets",
            "{'dataValues':[{'dataElement':'%s','period':'%s','orgUnit':'%s','value':'%d'}]}"
                .formatted(element, period, unit, value))
        .expect(200);
  }

  private static List<?> figures(String unit, String period) {
    return admin
        .get("/api/dataValueSets?dataSet=MergeSet001&orgUnit=%s&period=%s".formatted(unit, period))
        .expect(200)
        .list("dataValues.value");
  }

  private static String merge(String sources, String target, String more) {
    return "{'sources':[%s],'target':'%s','deleteSources':true%s}".formatted(sources, target, more);
  }

  @Test
  void indicatorsAreMergedInGroupsAndExpressions() {
    admin
        .post("/api/indicators/merge", merge("'MergeIndi01'", "MergeIndi02", ""))
        .expect(200)
        .has("response.mergeReport.sourcesDeleted", List.of("MergeIndi01"))
        .has("response.mergeReport.mergeType", "Indicator");
    admin.get("/api/indicators/MergeIndi01").expect(404);
    admin.get("/api/indicators/MergeIndi03?fields=numerator").has("numerator", "N{MergeIndi02}*2");
    admin
        .get("/api/indicatorGroups/MergeGroup1?fields=indicators[id]")
        .has("indicators.id", List.of("MergeIndi02"));
  }

  @Test
  void everythingWrongWithAMergeIsTold() {
    assertThat(admin.post("/api/indicatorTypes/merge", "{'sources':[]}").expect(409).errorCodes())
        .containsExactly("E1530", "E1531");
    assertThat(
            admin
                .post(
                    "/api/indicatorTypes/merge",
                    merge("'MergeType01','NoSuchType1'", "MergeType01", ""))
                .expect(409)
                .errorCodes())
        .containsExactly("E1532", "E1533");
    server
        .userWith()
        .post("/api/indicatorTypes/merge", merge("'MergeType01'", "MergeType02", ""))
        .expect(403);
  }

  @Test
  void dataElementsAreMergedWithTheirFigures() {
    assertThat(
            admin
                .post("/api/dataElements/merge", merge("'MergeElem03'", "MergeElem02", ""))
                .expect(409)
                .errorCodes())
        .containsExactly("E1534", "E1550");
    figure("MergeElem02", "UnitChi0001", "202401", 5);
    figure("MergeElem01", "UnitChi0001", "202401", 7);
    figure("MergeElem01", "UnitChi0001", "202402", 8);
    admin
        .post(
            "/api/dataElements/merge",
            merge("'MergeElem01'", "MergeElem02", ",'dataMergeStrategy':'LAST_UPDATED'"))
        .expect(200);
    assertThat(
            admin
                .get("/api/dataSets/MergeSet001?fields=dataSetElements[dataElement[id]]")
                .json("dataSetElements")
                .size())
        .isEqualTo(1);
    assertThat(figures("UnitChi0001", "202401")).isEqualTo(List.of("7"));
    assertThat(figures("UnitChi0001", "202402")).isEqualTo(List.of("8"));
  }

  @Test
  void unitsAreMergedWithGroupsChildrenAndFigures() {
    figure("MergeElem02", "UnitOne0001", "202403", 1);
    figure("MergeElem02", "UnitTwo0001", "202403", 2);
    for (String unit : List.of("UnitOne0001", "UnitTwo0001")) {
      admin
          .post(
              "/api/completeDataSetRegistrations",
              "{'completeDataSetRegistrations': [{'dataSet': 'MergeSet001', 'period': '202403', 'organisationUnit': '%s', 'completed': true}]}"
                  .formatted(unit))
          .expect(200);
      admin
          .post(
              "/api/dataEntry/minMaxValues",
              "{'dataElement': 'MergeElem02', 'orgUnit': '%s', 'categoryOptionCombo': 'HllvX50cXC0', 'minValue': 1, 'maxValue': 20}"
                  .formatted(unit))
          .expect(200);
    }
    admin
        .post(
            "/api/organisationUnits/merge",
            "{'sources':['UnitOne0001','UnitTwo0001'],'target':'UnitTrg0001'}")
        .expect(200);
    admin.get("/api/organisationUnits/UnitOne0001").expect(404);
    admin
        .get("/api/organisationUnits/UnitChi0001?fields=path")
        .has("path", "/UnitTop0001/UnitTrg0001/UnitChi0001");
    assertThat(
            admin
                .get("/api/organisationUnits/UnitTrg0001?fields=organisationUnitGroups[id]")
                .list("organisationUnitGroups.id"))
        .isEqualTo(List.of("UnitGroup01"));
    assertThat(figures("UnitTrg0001", "202403")).isEqualTo(List.of("2"));
    admin
        .get(
            "/api/completeDataSetRegistrations?dataSet=MergeSet001&period=202403&orgUnit=UnitTrg0001")
        .has("completeDataSetRegistrations.organisationUnit", List.of("UnitTrg0001"));
    admin
        .get("/api/minMaxDataElements?filter=source.id:eq:UnitTrg0001&fields=max")
        .has("minMaxDataElements.max", List.of(20L));
    admin
        .post(
            "/api/organisationUnits/merge",
            "{'sources':['UnitTop0001','UnitNew0002'],'target':'UnitTrg0001'}")
        .expect(409, "E1504");
  }

  @Test
  void aUnitIsSplit() {
    figure("MergeElem02", "UnitOld0001", "202404", 3);
    admin
        .post(
            "/api/organisationUnits/split",
            "{'source':'UnitOld0001','targets':['UnitNew0001','UnitNew0002']}")
        .expect(200);
    for (String unit : List.of("UnitNew0001", "UnitNew0002")) {
      admin
          .get("/api/organisationUnits/" + unit + "?fields=organisationUnitGroups[id]")
          .has("organisationUnitGroups.id", List.of("UnitGroup01"));
    }
    assertThat(figures("UnitNew0001", "202404")).isEqualTo(List.of("3"));
    admin
        .get("/api/deletedObjects?klass=OrganisationUnit&uid=UnitOld0001")
        .expect(200)
        .has("deletedObjects.0.uid", "UnitOld0001");
  }
}
