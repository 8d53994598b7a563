package org.kituo.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Who may not read the data of a category option does not find them in any total. Figures of one
 * month are broken down by sex (men 1, women 2), and come from two projects: that of everybody with
 * these figures, and a closed one with a hundred times as many. One group may read the closed one.
 */
class HiddenOptionsTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final TestClient outsider = member("Outsider001");
  private static final TestClient insider = member("InsiderUsr1");
  private static final TestClient constrained = member("Constraint1");

  private static TestClient member(String uid) {
    return server.user(uid, "F_PERFORM_MAINTENANCE");
  }

  @BeforeAll
  static void figuresOfTwoProjects() throws InterruptedException {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': 'Country0001', 'name': 'Country', 'shortName': 'Country', 'openingDate': '2000-01-01'}],
             'userGroups': [{'id': 'InsiderGrp1', 'name': 'Insiders', 'users': [{'id': 'InsiderUsr1'}]}],
             'categoryOptions': [%s, %s, %s, %s],
             'categories': [
               {'id': 'CategorySex', 'name': 'Sex', 'shortName': 'Sex', 'dataDimensionType': 'DISAGGREGATION',
                'dataDimension': true, 'categoryOptions': [{'id': 'OptionMen01'}, {'id': 'OptionWomen'}]},
               {'id': 'CategoryPro', 'name': 'Project', 'shortName': 'Project', 'dataDimensionType': 'ATTRIBUTE',
                'dataDimension': true, 'categoryOptions': [{'id': 'OptionOpen1'}, {'id': 'OptionShut1'}]}],
             'categoryCombos': [
               {'id': 'ComboSex001', 'name': 'Sex', 'dataDimensionType': 'DISAGGREGATION', 'categories': [{'id': 'CategorySex'}]},
               {'id': 'ComboProj01', 'name': 'Project', 'dataDimensionType': 'ATTRIBUTE', 'categories': [{'id': 'CategoryPro'}]}],
             'categoryOptionCombos': [%s, %s, %s, %s],
             'dataElements': [
               {'id': 'Element0001', 'name': 'Cases', 'shortName': 'Cases', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER',
                'aggregationType': 'SUM', 'categoryCombo': {'id': 'ComboSex001'}}],
             'dataSets': [
               {'id': 'DataSet0001', 'name': 'Form', 'shortName': 'Form', 'periodType': 'Monthly',
                'categoryCombo': {'id': 'ComboProj01'}, 'sharing': {'public': 'rwrw----'},
                'dataSetElements': [{'dataElement': {'id': 'Element0001'}}], 'organisationUnits': [{'id': 'Country0001'}]}],
             'indicatorTypes': [{'id': 'NumberType1', 'name': 'Number', 'factor': 1, 'number': true}],
             'indicators': [
               {'id': 'Indicator01', 'name': 'Cases 2', 'shortName': 'Cases 2', 'indicatorType': {'id': 'NumberType1'},
                'numerator': '#{Element0001}', 'denominator': '1', 'annualized': false}],
             'validationRules': [
               {'id': 'RuleFewCase', 'name': 'Few', 'shortName': 'Few', 'operator': 'less_than', 'importance': 'LOW',
                'periodType': 'Monthly',
                'leftSide': {'expression': '#{Element0001}', 'description': 'cases', 'missingValueStrategy': 'NEVER_SKIP'},
                'rightSide': {'expression': '1', 'description': 'one', 'missingValueStrategy': 'NEVER_SKIP'}}]}\
            """
                .formatted(
                    option("OptionMen01", "rwrw----", ""),
                    option("OptionWomen", "rwrw----", ""),
                    option("OptionOpen1", "rwrw----", ""),
                    option(
                        "OptionShut1",
                        "rw------",
                        "'InsiderGrp1': {'id': 'InsiderGrp1', 'access': 'r-r-----'}"),
                    combo("CocMen00001", "ComboSex001", "OptionMen01"),
                    combo("CocWomen001", "ComboSex001", "OptionWomen"),
                    combo("AocOpen0001", "ComboProj01", "OptionOpen1"),
                    combo("AocShut0001", "ComboProj01", "OptionShut1")))
        .expect(200);
    for (String user : List.of("Outsider001", "InsiderUsr1", "Constraint1")) {
      change("users/" + user, "add", "organisationUnits", "[{'id': 'Country0001'}]");
    }
    change("users/Constraint1", "add", "catDimensionConstraints", "[{'id': 'CategoryPro'}]");
    List<String> values = new ArrayList<>();
    value(values, "CocMen00001", "AocOpen0001", 1);
    value(values, "CocWomen001", "AocOpen0001", 2);
    value(values, "CocMen00001", "AocShut0001", 100);
    value(values, "CocWomen001", "AocShut0001", 200);
    admin
        .post(
            "/api/dataValueSets?dataSet=DataSet0001",
            "{'dataValues': [%s]}".formatted(String.join(",", values)))
        .expect(200);
    for (String combo : List.of("AocOpen0001", "AocShut0001")) {
      admin
          .post(
              "/api/completeDataSetRegistrations",
              """
              {'completeDataSetRegistrations': [{'dataSet': 'DataSet0001', 'period': '202401',
                'organisationUnit': 'Country0001', 'attributeOptionCombo': '%s', 'completed': true}]}\
              """
                  .formatted(combo))
          .expect(200);
    }
    while (!total(admin, "Element0001").equals("303")
        || !total(admin, "DataSet0001.ACTUAL_REPORTS").equals("2")) {
      Thread.sleep(50);
    }
  }

  private static String option(String uid, String access, String groups) {
    return "{'id': '%1$s', 'name': '%1$s', 'shortName': '%1$s', 'sharing': {'public': '%2$s', 'userGroups': {%3$s}}}"
        .formatted(uid, access, groups);
  }

  private static String combo(String uid, String categoryCombo, String option) {
    return "{'id': '%1$s', 'name': '%3$s', 'categoryCombo': {'id': '%2$s'}, 'categoryOptions': [{'id': '%3$s'}]}"
        .formatted(uid, categoryCombo, option);
  }

  private static void value(List<String> values, String combo, String attribute, int value) {
    values.add(
        "{'dataElement': 'Element0001', 'period': '202401', 'orgUnit': 'Country0001', 'categoryOptionCombo': '%s', 'attributeOptionCombo': '%s', 'value': '%d'}"
            .formatted(combo, attribute, value));
  }

  private static void change(String object, String operation, String property, String value) {
    admin
        .patch(
            "/api/" + object,
            "[{'op': '%s', 'path': '/%s', 'value': %s}]".formatted(operation, property, value))
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String total(TestClient user, String item) {
    return rows(user, "dimension=dx:%s&filter=pe:202401&filter=ou:Country0001".formatted(item))
        .toString();
  }

  /** The last cells of the rows, without brackets where there is one. */
  private static Object rows(TestClient user, String question) {
    List<String> cells = new ArrayList<>();
    for (JsonNode row : user.get("/api/analytics?" + question).expect(200).json("rows")) {
      cells.add(row.get(row.size() - 1).stringValue());
    }
    return cells.size() == 1 ? cells.getFirst() : cells;
  }

  @ParameterizedTest
  @CsvSource({
    "Element0001, 3, 303",
    "Element0001.CocWomen001, 2, 202",
    "Element0001.*.AocShut0001, [], 300",
    "Indicator01, 3.0, 303.0",
    "DataSet0001.ACTUAL_REPORTS, 1, 2",
    "DataSet0001.EXPECTED_REPORTS, 1, 2",
  })
  void totalsAreOfWhatTheUserMayRead(String item, String open, String all) {
    assertThat(total(outsider, item)).isEqualTo(open);
    assertThat(total(insider, item)).isEqualTo(all);
    assertThat(total(admin, item)).isEqualTo(all);
    assertThat(total(constrained, item)).isEqualTo(open);
  }

  @Test
  void optionsAreRefusedByNameAndLeftOutAmongAll() {
    String question = "dimension=dx:Element0001&filter=pe:202401&filter=ou:Country0001&dimension=";
    outsider.get("/api/analytics?" + question + "CategoryPro:OptionShut1").expect(409, "E7121");
    assertThat(rows(outsider, question + "CategoryPro")).isEqualTo("3");
    assertThat(rows(outsider, question + "CategorySex")).isEqualTo(List.of("1", "2"));
    assertThat(rows(outsider, question + "ao")).isEqualTo("3");
    assertThat(rows(insider, question + "CategoryPro")).isEqualTo(List.of("3", "300"));
  }

  @Test
  void singleFactsAreThoseThatTheUserMayRead() {
    String question =
        "/api/analytics/rawData?dimension=dx:Element0001&dimension=pe:202401&dimension=ou:Country0001";
    assertThat(outsider.get(question).expect(200).json("rows")).hasSize(2);
    assertThat(insider.get(question).expect(200).json("rows")).hasSize(4);
  }

  @Test
  void constraintsHoldWhateverTheSchemeOfTheQuestion() {
    assertThat(
            rows(
                constrained,
                "dimension=dx:Cases&filter=pe:202401&filter=ou:Country&inputIdScheme=NAME"))
        .isEqualTo("3");
  }

  @Test
  void whatIsRememberedForOneUserIsNotToldAnother() {
    change("categoryOptions/OptionShut1", "replace", "sharing/public", "'rwrw----'");
    assertThat(total(outsider, "Element0001")).isEqualTo("303");
    change("categoryOptions/OptionShut1", "replace", "sharing/public", "'rw------'");
    assertThat(total(outsider, "Element0001")).isEqualTo("3");
  }

  @Test
  void violationsAreThoseOfReadableFigures() {
    String body =
        "{'ou': 'Country0001', 'startDate': '2024-01-01', 'endDate': '2024-01-31', 'persist': %s}";
    String path = "/api/dataAnalysis/validationRules";
    assertThat(admin.post(path, body.formatted(true)).expect(200).json()).hasSize(2);
    assertThat(insider.post(path, body.formatted(false)).expect(200).json()).hasSize(2);
    assertThat(outsider.post(path, body.formatted(false)).expect(200).list("leftSideValue"))
        .isEqualTo(List.of(3.0));
    assertThat(insider.get("/api/validationResults").expect(200).json("validationResults"))
        .hasSize(2);
    assertThat(outsider.get("/api/validationResults").expect(200).json("validationResults"))
        .hasSize(1);
  }

  @Test
  void figuresAreExportedAndFoundFarOffOnlyWhereReadable() {
    String export = "/api/dataValueSets?dataSet=DataSet0001&period=202401&orgUnit=Country0001";
    assertThat(outsider.get(export).expect(200).json("dataValues")).hasSize(2);
    assertThat(insider.get(export).expect(200).json("dataValues")).hasSize(4);
    String outliers =
        "/api/outlierDetection?de=Element0001&ou=Country0001&startDate=2024-01-01&endDate=2024-02-01&algorithm=MIN_MAX";
    admin
        .post(
            "/api/dataEntry/minMaxValues",
            "{'dataElement': 'Element0001', 'orgUnit': 'Country0001', 'categoryOptionCombo': 'CocMen00001', 'minValue': 5, 'maxValue': 9}")
        .expect(200);
    assertThat(outsider.get(outliers).expect(200).list("outlierValues.aoc"))
        .isEqualTo(List.of("AocOpen0001"));
    assertThat(insider.get(outliers).expect(200).json("outlierValues")).hasSize(2);
  }
}
