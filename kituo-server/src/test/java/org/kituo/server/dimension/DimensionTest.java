package org.kituo.server.dimension;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** What analytics apps choose from: dimensions, their items, data items and operands. */
class DimensionTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void someMetadata() {
    admin
        .post(
            "/api/metadata",
            """
            {'categoryOptions': [
               {'id': 'CatOption01', 'name': 'Male', 'shortName': 'Male'},
               {'id': 'CatOption02', 'name': 'Female', 'shortName': 'Female'}],
             'categories': [{'id': 'Category001', 'name': 'Sex', 'shortName': 'Sex', 'dataDimension': true, 'dataDimensionType': 'DISAGGREGATION',
               'categoryOptions': [{'id': 'CatOption01'}, {'id': 'CatOption02'}]}],
             'categoryCombos': [{'id': 'CatCombo001', 'name': 'By sex', 'dataDimensionType': 'DISAGGREGATION', 'categories': [{'id': 'Category001'}]}],
             'dataElements': [
               {'id': 'DataElemen1', 'name': 'Malaria cases', 'shortName': 'Malaria', 'code': 'MAL', 'domainType': 'AGGREGATE',
                'valueType': 'INTEGER', 'aggregationType': 'SUM', 'categoryCombo': {'id': 'CatCombo001'}},
               {'id': 'DataElemen2', 'name': 'Remarks', 'shortName': 'Remarks', 'domainType': 'AGGREGATE',
                'valueType': 'TEXT', 'aggregationType': 'NONE'}],
             'dataSets': [{'id': 'DataSet0001', 'name': 'Monthly malaria', 'shortName': 'MM', 'periodType': 'Monthly',
               'dataSetElements': [{'dataElement': {'id': 'DataElemen2'}}]}],
             'organisationUnitGroups': [{'id': 'OrgGroup001', 'name': 'Hospitals', 'shortName': 'Hospitals'}],
             'organisationUnitGroupSets': [{'id': 'OrgGrpSet01', 'name': 'Facility type', 'shortName': 'Type', 'dataDimension': true,
               'organisationUnitGroups': [{'id': 'OrgGroup001'}]}]}\
            """)
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void dimensionsOfAllKindsAreOneList() {
    admin
        .get("/api/dimensions?fields=id,dimensionType&order=displayName:asc&paging=false")
        .expect(200)
        .has("dimensions.id", List.of("OrgGrpSet01", "Category001"))
        .has("dimensions.0.dimensionType", "ORGANISATION_UNIT_GROUP_SET");
    admin
        .get("/api/dimensions?filter=name:ilike:sex&fields=id")
        .has("pager.total", 1)
        .has("dimensions.id", List.of("Category001"));
    admin.get("/api/dimensions/Absent00001").expect(404, "E1005");
  }

  @Test
  void itemsOfADimensionAreFilteredAndPaged() {
    admin
        .get("/api/dimensions/Category001/items?fields=id&order=displayName:asc&pageSize=1")
        .has("items.id", List.of("CatOption02"))
        .has("pager.pageCount", 2);
    admin
        .get("/api/dimensions/OrgGrpSet01/items?filter=identifiable:token:hos")
        .has("items.displayName", List.of("Hospitals"));
  }

  @Test
  void dataItemsAreFoundByTypeValueAndName() {
    admin
        .get(
            "/api/dataItems?filter=dimensionItemType:in:[DATA_ELEMENT,DATA_SET]&filter=valueType:eq:INTEGER")
        .has("dataItems.id", List.of("DataElemen1", "DataSet0001"))
        .has("dataItems.0.simplifiedValueType", "NUMBER")
        .has("dataItems.1.dimensionItemType", "REPORTING_RATE");
    admin
        .get("/api/dataItems?filter=identifiable:token:remar&fields=id")
        .has("dataItems.id", List.of("DataElemen2"));
    admin
        .get(
            "/api/dataItems?filter=name:ilike:cases&filter=id:eq:DataElemen2&rootJunction=OR&fields=id")
        .has("dataItems.id", List.of("DataElemen1", "DataElemen2"));
  }

  @Test
  void faultsInFiltersOfDataItemsHaveCodes() {
    admin.get("/api/dataItems?filter=name").expect(409, "E2014");
    admin.get("/api/dataItems?filter=colour:eq:x").expect(409, "E2034");
    admin.get("/api/dataItems?filter=name:like2:x").expect(409, "E2035");
    admin.get("/api/dataItems?filter=dimensionItemType:eq:WRONG").expect(409, "E2016");
  }

  @Test
  void operandsAreDataElementsWithTheirOptionCombinations() {
    admin
        .get(
            "/api/dataElementOperands?filter=dataElement.id:eq:DataElemen1&fields=displayName,dimensionItemType&paging=false")
        .has(
            "dataElementOperands.displayName",
            List.of("Malaria cases Female", "Malaria cases Male"))
        .has("dataElementOperands.0.dimensionItemType", "DATA_ELEMENT_OPERAND");
    admin
        .get("/api/dataElementOperands?dataSet=DataSet0001&fields=displayName")
        .has("dataElementOperands.displayName", List.of("Remarks"));
  }

  @Test
  void operandsOfAGroupAreThoseOfItsDataElements() {
    String group = TestClient.newUid();
    admin
        .post(
            "/api/dataElementGroups",
            "{'id': '%s', 'name': 'Operands', 'shortName': 'Operands', 'dataElements': [{'id': 'DataElemen1'}]}"
                .formatted(group))
        .expect(201);
    String operands = "/api/dataElementGroups/" + group + "/operands";
    admin
        .get(operands + "?fields=displayName")
        .expect(200)
        .has("pager.total", 2)
        .has(
            "dataElementOperands.displayName",
            List.of("Malaria cases Female", "Malaria cases Male"));
    admin
        .get(operands + "/query/fem?fields=displayName")
        .has("dataElementOperands.displayName", List.of("Malaria cases Female"));
    admin.get("/api/dataElementGroups/nosuchgroup/operands").expect(404);
  }
}
