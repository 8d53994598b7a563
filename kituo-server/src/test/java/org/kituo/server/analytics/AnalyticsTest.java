package org.kituo.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** Questions about figures: worked numbers, and the shapes of answers. */
class AnalyticsTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();

  private static final String[] TYPES = {
    "SUM",
    "AVERAGE",
    "AVERAGE_SUM_ORG_UNIT",
    "LAST",
    "LAST_AVERAGE_ORG_UNIT",
    "LAST_LAST_ORG_UNIT",
    "LAST_IN_PERIOD",
    "MAX_SUM_ORG_UNIT",
    "STDDEV"
  };

  private static final List<String> YEARLY = List.of("SUM", "AVERAGE_SUM_ORG_UNIT");

  /** The data element of each aggregation type. */
  private static String element(String type) {
    return "Element%04d".formatted(List.of(TYPES).indexOf(type));
  }

  /** The data element of an aggregation type that is reported for years. */
  private static String yearly(String type) {
    return "Yearly%05d".formatted(List.of(TYPES).indexOf(type));
  }

  @BeforeAll
  static void aCountryOfTwoFacilities() throws InterruptedException {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'Country0001', 'name': 'Country', 'shortName': 'Country', 'openingDate': '2000-01-01'},
               {'id': 'FacilityA01', 'name': 'Facility A', 'shortName': 'A', 'code': 'FA', 'openingDate': '2000-01-01',
                'parent': {'id': 'Country0001'}},
               {'id': 'FacilityB01', 'name': 'Facility B', 'shortName': 'B', 'openingDate': '2000-01-01',
                'parent': {'id': 'Country0001'}}],
             'organisationUnitLevels': [{'id': 'Level000002', 'name': 'Facility', 'level': 2}],
             'dataElements': [%s],
             'dataSets': [%s, %s],
             'indicatorTypes': [{'id': 'PerCent0001', 'name': 'Per cent', 'factor': 100, 'number': false}],
             'indicators': [
               {'id': 'Indicator01', 'name': 'Share', 'shortName': 'Share', 'indicatorType': {'id': 'PerCent0001'},
                'numerator': '#{Element0000}', 'denominator': '#{Element0000} + 18', 'annualized': false},
               {'id': 'Indicator02', 'name': 'Around', 'shortName': 'Around', 'indicatorType': {'id': 'PerCent0001'},
                'numerator': 'N{Indicator03}', 'denominator': '1', 'annualized': false},
               {'id': 'Indicator03', 'name': 'Again', 'shortName': 'Again', 'indicatorType': {'id': 'PerCent0001'},
                'numerator': 'N{Indicator02}', 'denominator': '1', 'annualized': false}]}\
            """
                .formatted(
                    elements(),
                    dataSet("MonthlySet1", "Monthly", monthlyElements()),
                    dataSet("YearlySet01", "Yearly", yearlyElements())))
        .expect(200);
    admin
        .post("/api/dataValueSets?dataSet=YearlySet01", "{'dataValues': [%s]}".formatted(years()))
        .expect(200);
    admin
        .post("/api/dataValueSets?dataSet=MonthlySet1", "{'dataValues': [%s]}".formatted(values()))
        .expect(200);
    untilSeen();
  }

  private static List<String> monthlyElements() {
    return Arrays.stream(TYPES).map(AnalyticsTest::element).toList();
  }

  private static List<String> yearlyElements() {
    return YEARLY.stream().map(AnalyticsTest::yearly).toList();
  }

  private static String elements() {
    List<String> elements = new ArrayList<>();
    for (String type : TYPES) {
      elements.add(element(element(type), type));
    }
    for (String type : YEARLY) {
      elements.add(element(yearly(type), type));
    }
    return String.join(",", elements);
  }

  private static String element(String uid, String type) {
    return """
    {'id': '%s', 'name': '%s', 'shortName': '%s', 'domainType': 'AGGREGATE', 'valueType': 'NUMBER',
     'aggregationType': '%s'}\
    """
        .formatted(uid, uid, uid, type);
  }

  private static String dataSet(String uid, String periodType, List<String> elements) {
    return """
    {'id': '%s', 'name': '%s', 'shortName': '%s', 'periodType': '%s',
     'organisationUnits': [{'id': 'FacilityA01'}, {'id': 'FacilityB01'}],
     'dataSetElements': [%s]}\
    """
        .formatted(
            uid,
            uid,
            uid,
            periodType,
            elements.stream()
                .map(element ->
                    "{'dataSet': {'id': '%s'}, 'dataElement': {'id': '%s'}}"
                        .formatted(uid, element))
                .collect(Collectors.joining(",")));
  }

  private static String years() {
    List<String> values = new ArrayList<>();
    valueOf(values, yearly("SUM"), "2022", "FacilityA01", "1200");
    valueOf(values, yearly("AVERAGE_SUM_ORG_UNIT"), "2022", "FacilityA01", "1200");
    valueOf(values, yearly("AVERAGE_SUM_ORG_UNIT"), "2022", "FacilityB01", "1200");
    return String.join(",", values);
  }

  private static String values() {
    List<String> values = new ArrayList<>();
    value(values, "SUM", "202401", "FacilityA01", "10");
    value(values, "SUM", "202402", "FacilityA01", "20");
    value(values, "SUM", "202403", "FacilityA01", "30");
    value(values, "AVERAGE", "202401", "FacilityA01", "10");
    value(values, "AVERAGE", "202402", "FacilityA01", "20");
    value(values, "AVERAGE", "202401", "FacilityB01", "60");
    value(values, "AVERAGE_SUM_ORG_UNIT", "202401", "FacilityA01", "10");
    value(values, "AVERAGE_SUM_ORG_UNIT", "202402", "FacilityA01", "20");
    for (String type :
        List.of("LAST", "LAST_AVERAGE_ORG_UNIT", "LAST_LAST_ORG_UNIT", "LAST_IN_PERIOD")) {
      value(values, type, "202401", "FacilityA01", "5");
      value(values, type, "202403", "FacilityA01", "7");
      value(values, type, "202402", "FacilityB01", "4");
    }
    value(values, "MAX_SUM_ORG_UNIT", "202401", "FacilityA01", "5");
    value(values, "MAX_SUM_ORG_UNIT", "202403", "FacilityA01", "7");
    value(values, "MAX_SUM_ORG_UNIT", "202402", "FacilityB01", "4");
    value(values, "STDDEV", "202401", "FacilityA01", "4");
    value(values, "STDDEV", "202401", "FacilityB01", "8");
    return String.join(",", values);
  }

  private static void value(
      List<String> values, String type, String period, String unit, String value) {
    valueOf(values, element(type), period, unit, value);
  }

  private static void valueOf(
      List<String> values, String element, String period, String unit, String value) {
    values.add(
        "{'dataElement': '%s', 'period': '%s', 'orgUnit': '%s', 'value': '%s'}"
            .formatted(element, period, unit, value));
  }

  /** Figures are there a moment after they were saved. */
  private static void untilSeen() throws InterruptedException {
    while (rows("dimension=dx:%s&filter=pe:202401&filter=ou:Country0001"
            .formatted(element("STDDEV")))
        .isEmpty()) {
      Thread.sleep(50);
    }
  }

  private static List<List<String>> rows(String query) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row :
        admin.get("/api/analytics?skipMeta=true&" + query).expect(200).json("rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.stringValue()));
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void valuesForOtherSystemsAreXmlAndCsvToo() {
    String query =
        "?dimension=dx:%s&dimension=pe:202401&dimension=ou:FacilityA01".formatted(element("SUM"));
    assertThat(admin.get("/api/analytics/dataValueSet.xml" + query).expect(200).body())
        .contains("<dataValueSet xmlns=\"http://dhis2.org/schema/dxf/2.0\">")
        .contains(
            "dataElement=\"%s\" period=\"202401\" orgUnit=\"FacilityA01\" value=\"10\""
                .formatted(element("SUM")));
    assertThat(admin.get("/api/analytics/dataValueSet.csv" + query).expect(200).body())
        .startsWith("dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,")
        .contains(element("SUM") + ",202401,FacilityA01,,,10,");
    admin
        .get("/api/analytics/dataValueSet?duplicatesOnly=true&" + query.substring(1))
        .has("dataValues", List.of());
    admin
        .get("/api/analytics/dataValueSet.xml?dimension=dx:%s".formatted(element("SUM")))
        .expect(409);
  }

  @Test
  void itemsOfProgramsAreKnownAndHaveNoFiguresYet() {
    admin
        .post(
            "/api/metadata",
            """
            {'programs': [{'id': 'Program0001', 'name': 'Program', 'shortName': 'Program', 'programType': 'WITHOUT_REGISTRATION'}],
             'programIndicators': [{'id': 'ProgramInd1', 'name': 'Visits', 'shortName': 'Visits', 'program': {'id': 'Program0001'},
               'analyticsType': 'EVENT', 'expression': 'V{event_count}'}],
             'dataElements': [{'id': 'WeightKg001', 'name': 'Weight', 'shortName': 'Weight', 'domainType': 'TRACKER',
               'valueType': 'NUMBER', 'aggregationType': 'SUM'}]}\
            """)
        .expect(200);
    admin
        .get(
            "/api/analytics?dimension=dx:ProgramInd1;Program0001.WeightKg001&dimension=ou:Country0001&filter=pe:2024")
        .expect(200)
        .has("metaData.dimensions.dx", List.of("ProgramInd1", "Program0001.WeightKg001"))
        .has("rows", List.of());
    admin
        .get(
            "/api/analytics?dimension=dx:Program0001.Absent00001&dimension=ou:Country0001&filter=pe:2024")
        .expect(409, "E7124");
  }

  @Test
  void whatAQuestionComesToIsToldInsteadOfSql() {
    assertThat(
            admin
                .get(
                    "/api/analytics/debug/sql?dimension=dx:%s&dimension=ou:LEVEL-2&filter=pe:2024"
                        .formatted(element("SUM")))
                .expect(200)
                .body())
        .contains("BY ou (FacilityA01, FacilityB01)", "WITHIN pe (2024)");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, 2024Q1, 60",
    "AVERAGE, 2024Q1, 30",
    "AVERAGE_SUM_ORG_UNIT, 2024Q1, 9.78",
    "LAST, 2024Q1, 11",
    "LAST, 2024Q2, 11",
    "LAST_IN_PERIOD, 2024Q2,",
    "LAST_AVERAGE_ORG_UNIT, 2024Q1, 5.5",
    "LAST_LAST_ORG_UNIT, 2024Q1, 7",
    "MAX_SUM_ORG_UNIT, 2024Q1, 11",
    "STDDEV, 2024Q1, 2.83",
  })
  void valuesAreAggregatedByTheTypeOfTheirElement(String type, String period, String value) {
    List<List<String>> rows =
        rows(
            "dimension=dx:%s&dimension=pe:%s&dimension=ou:Country0001"
                .formatted(element(type), period));
    assertThat(rows)
        .isEqualTo(
            value == null
                ? List.of()
                : List.of(List.of(element(type), period, "Country0001", value)));
  }

  @Test
  void yearsAreSpreadOverMonthsInAveragesAlone() {
    assertThat(
            rows(
                "dimension=dx:%s;%s&dimension=pe:202201&filter=ou:Country0001"
                    .formatted(yearly("SUM"), yearly("AVERAGE_SUM_ORG_UNIT"))))
        .containsExactly(List.of(yearly("AVERAGE_SUM_ORG_UNIT"), "202201", "2400"));
  }

  @Test
  void anIndicatorTellsWhatItIsMadeOf() {
    assertThat(
            rows(
                "dimension=dx:Indicator01&dimension=ou:FacilityA01&filter=pe:202401;202403"
                    + "&includeNumDen=true"))
        .containsExactly(
            List.of("Indicator01", "FacilityA01", "68.97", "40.0", "58.0", "100.0", "100", "1"));
  }

  @Test
  void unitsOfDifferentLevelsAreAnsweredTogether() {
    assertThat(
            rows("dimension=dx:Element0001&dimension=ou:Country0001;FacilityA01&filter=pe:2024Q1"))
        .containsExactlyInAnyOrder(
            List.of("Element0001", "Country0001", "30"),
            List.of("Element0001", "FacilityA01", "15"));
    assertThat(rows("dimension=dx:Element0001&filter=ou:Country0001;FacilityA01&filter=pe:2024Q1"))
        .containsExactly(List.of("Element0001", "30"));
  }

  @Test
  void aQuestionMayBeLongerThanOtherAddresses() {
    String units = "FacilityA01" + ";FacilityA01".repeat(2_000);
    admin
        .get("/api/analytics?dimension=dx:Element0000&filter=pe:202401&dimension=ou:" + units)
        .expect(200);
  }

  @Test
  void rowsFollowTheOrderOfValues() {
    assertThat(
            rows(
                "dimension=dx:Element0000&dimension=pe:202401;202402;202403"
                    + "&filter=ou:Country0001&order=DESC&measureCriteria=GE:20"))
        .extracting(row -> row.get(1))
        .containsExactly("202403", "202402");
  }

  @Test
  void namesOfEverythingComeAlong() {
    admin
        .get(
            "/api/analytics?dimension=dx:Element0000&dimension=pe:LAST_MONTH&dimension=ou:LEVEL-2"
                + "&relativePeriodDate=2024-02-10&hierarchyMeta=true")
        .expect(200)
        .has("metaData.items.LAST_MONTH.name", "Last month")
        .has("metaData.items.202401.name", "January 2024")
        .has("metaData.items.Level000002.name", "Facility")
        .has("metaData.items.FacilityA01.name", "Facility A")
        .has("metaData.ouHierarchy.FacilityA01", "Country0001")
        .has("metaData.dimensions.ou", List.of("FacilityA01", "FacilityB01"))
        .has("headers.2.column", "Organisation unit");
  }

  @Test
  void aTableHasDimensionsAcrossAndDown() {
    admin
        .get(
            "/api/analytics?dimension=dx:Element0000&dimension=pe:202401;202402&dimension=ou:FacilityA01;FacilityB01"
                + "&tableLayout=true&columns=pe&rows=ou&hideEmptyRows=true")
        .expect(200)
        .has("headers.4.name", "january 2024")
        .has("rows", List.of(List.of("FacilityA01", "Facility A", "FA", "", "10", "20")));
  }

  @Test
  void aDimensionThatALayoutForgetsComesDown() {
    String question =
        "/api/analytics?dimension=dx:Element0000&dimension=pe:202401;202402&dimension=ou:FacilityA01&tableLayout=true";
    admin
        .get(question + "&columns=dx&rows=ou")
        .expect(200)
        .has("headers.5.name", "Period")
        .has("rows.0.8", "10")
        .has("rows.1.8", "20");
    admin.get(question).expect(200).has("headers.0.name", "dx").has("rows.1.3", "20");
  }

  @Test
  void criteriaThatAreNoneAreExplained() {
    for (String wrong : List.of("XX:1", "GE", "GE:x")) {
      assertThat(
              admin
                  .get(
                      "/api/analytics?dimension=dx:Element0000&filter=pe:2024&measureCriteria="
                          + wrong)
                  .expect(400)
                  .body())
          .contains("GE:10;LT:100", "[EQ, GT, GE, LT, LE]");
    }
  }

  @Test
  void emptyColumnsAreHiddenWhereAsked() {
    admin
        .get(
            "/api/analytics?dimension=dx:Element0000;Element0001&filter=pe:202403&dimension=ou:FacilityA01"
                + "&tableLayout=true&columns=dx&rows=ou&hideEmptyColumns=true")
        .expect(200)
        .has("headerWidth", 5);
  }

  @Test
  void singleFactsComeWithTheirUnitAndDays() {
    admin
        .get(
            "/api/analytics/rawData?dimension=dx:Element0008&dimension=pe:2024Q1&dimension=ou:Country0001")
        .expect(200)
        .has(
            "rows",
            List.of(
                List.of("Element0008", "FacilityA01", "202401", "2024-01-01", "2024-01-31", "4.0"),
                List.of(
                    "Element0008", "FacilityB01", "202401", "2024-01-01", "2024-01-31", "8.0")));
  }

  @Test
  void aFilterOfDataAddsItsItemsUp() {
    assertThat(rows("dimension=pe:202401&filter=dx:Element0000;Element0001&filter=ou:FacilityA01"))
        .containsExactly(List.of("202401", "20"));
  }

  @Test
  void answersThatAreRememberedFollowEveryChange() throws InterruptedException {
    String question =
        "dimension=dx:Element0007&dimension=pe:202012&dimension=ou:FacilityA01;FacilityB01";
    assertThat(rows(question)).isEmpty();
    for (String unit : List.of("FacilityA01", "FacilityB01")) {
      admin
          .post("/api/dataValues?de=Element0007&pe=202012&ou=%s&value=7".formatted(unit))
          .expect(201);
    }
    while (rows(question).size() < 2) {
      Thread.sleep(50);
    }
    String element = "/api/dataElements/Element0007";
    admin.patch(element, "[{'op': 'replace', 'path': '/name', 'value': 'Renamed'}]").expect(200);
    admin
        .get("/api/analytics?" + question)
        .expect(200)
        .has("metaData.items.Element0007.name", "Renamed");
    String limit = "/api/systemSettings/keyAnalyticsMaxLimit";
    admin.post(limit + "?value=1").expect(200);
    admin.get("/api/analytics?" + question).expect(409).has("errorCode", "E7128");
    admin.delete(limit).expect(204);
    assertThat(rows(question)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "dimension=pe:2024&dimension=ou:Country0001, E7102",
    "dimension=dx:Element0000&dimension=ou:Country0001, E7146",
    "dimension=dx:Nothing0000&dimension=pe:2024&dimension=ou:Country0001, E7124",
    "dimension=dx:Element0000&dimension=pe:202413&dimension=ou:Country0001, E7611",
    "dimension=dx:Element0000&dimension=pe:2024&dimension=ou:LEVEL-9, E7143",
    "dimension=dx:Element0000&dimension=pe:2024&filter=pe:2023, E7103",
    "dimension=dx:Element0000&dimension=dx:Element0001&dimension=pe:2024, E7111",
    "dimension=dx:Element0000&dimension=pe:2024&dimension=Category0001, E7125",
    "dimension=dx:Indicator02&dimension=pe:2024&dimension=ou:Country0001, E7116",
    "dimension=dx:Element0000&dimension=ou:Country0001&startDate=2024-02-01&endDate=2024-01-01,"
        + " E7106",
  })
  void questionsThatCannotBeAnsweredSayWhy(String query, String code) {
    admin.get("/api/analytics?" + query).expect(409).has("errorCode", code);
  }

  @Test
  void usersSeeTheUnitsBelowTheirs() {
    TestClient limited = server.userWith("F_VIEW_EVENT_ANALYTICS");
    limited
        .get("/api/analytics?dimension=dx:Element0000&filter=pe:202401&dimension=ou:FacilityA01")
        .expect(200);
    String uid = limited.get("/api/me?fields=id").expect(200).json("id").stringValue();
    admin
        .patch(
            "/api/users/" + uid,
            "[{'op': 'add', 'path': '/dataViewOrganisationUnits', 'value': [{'id':"
                + " 'FacilityB01'}]}]")
        .expect(200);
    limited
        .get("/api/analytics?dimension=dx:Element0000&filter=pe:202401&dimension=ou:FacilityA01")
        .expect(409)
        .has("errorCode", "E7120");
  }
}
