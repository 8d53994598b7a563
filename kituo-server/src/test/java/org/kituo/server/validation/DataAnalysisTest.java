package org.kituo.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/**
 * The analyses of figures that are asked by a body: nine months of 10 and one of 20, whose mean is
 * 11 and whose standard deviation is 3.
 */
class DataAnalysisTest {
  private static final TestClient admin = TestServer.shared().admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final String HIGH = "202010";
  private static final String RULE = TestClient.newUid();
  private static final String OTHER_RULE = TestClient.newUid();
  private static final String GROUP = TestClient.newUid();

  @BeforeAll
  static void enterFigures() {
    for (int month = 1; month <= 9; month++) {
      form.enter(admin, "2020%02d".formatted(month), "10").expect(200);
    }
    form.enter(admin, HIGH, "20").expect(200);
    admin
        .post(
            "/api/metadata",
            "{'validationRules': [%s, %s], 'validationRuleGroups': [{'id': '%s', 'name': 'G %s', 'validationRules': [{'id': '%s'}]}]}"
                .formatted(rule(RULE, 15), rule(OTHER_RULE, 18), GROUP, GROUP, RULE))
        .expect(200);
  }

  private static String rule(String uid, int most) {
    return """
    {'id': '%1$s', 'name': 'R %1$s', 'shortName': '%1$s', 'operator': 'less_than_or_equal_to',
     'importance': 'LOW', 'periodType': 'Monthly',
     'leftSide': {'expression': '#{%2$s}', 'description': 'figure',
       'missingValueStrategy': 'SKIP_IF_ANY_VALUE_MISSING'},
     'rightSide': {'expression': '%3$d', 'description': 'most',
       'missingValueStrategy': 'NEVER_SKIP'}}\
    """
        .formatted(uid, form.element(), most);
  }

  /** Asks about the months from one to another of 2020. */
  private static Answer analysis(String kind, int from, int to, String more) {
    return admin.post(
        "/api/dataAnalysis/" + kind,
        "{'ou': '%s', 'ds': ['%s'], 'startDate': '2020-%02d-01', 'endDate': '2020-%02d-28'%s}"
            .formatted(form.unit(), form.set(), from, to, more));
  }

  @Test
  void findsFiguresFarFromTheMean() {
    Answer found = analysis("stdDevOutlier", 1, 12, ", 'standardDeviation': 2.5").expect(200);
    found
        .has("0.de", form.element())
        .has("0.ou", form.unit())
        .has("0.pe", HIGH)
        .has("0.value", 20.0)
        .has("0.mean", 11.0)
        .has("0.stdDev", 3.0)
        .has("0.zScore", 3.0)
        .has("0.lowerBound", 3.5)
        .has("0.upperBound", 18.5);
    assertThat(found.json()).hasSize(1);
  }

  @Test
  void outliersOfAnalyticsAreTablesOfAllFormats() {
    String query =
        "?dx=%s&ou=%s&pe=2020Q4;%s&threshold=2.5&headers=dx,pename,value&outputIdScheme=CODE"
            .formatted(form.element(), form.unit(), HIGH);
    admin
        .get("/api/analytics/outlierDetection" + query)
        .expect(200)
        .has("headers.name", List.of("dx", "pename", "value"))
        .has("rows", List.of(List.of("C_" + form.element(), "October 2020", "20.0")));
    assertThat(admin.get("/api/analytics/outlierDetection.csv" + query).expect(200).body())
        .isEqualTo("Data,Period name,Value\nC_%s,October 2020,20.0\n".formatted(form.element()));
    admin.get("/api/analytics/outlierDetection.xlsx" + query).expect(200);
  }

  @Test
  void findsNothingWithinTheBounds() {
    assertThat(analysis("stdDevOutlier", 1, 12, ", 'standardDeviation': 3.5").body())
        .isEqualTo("[]");
  }

  @Test
  void findsFiguresOutsideTheirUsualRange() {
    admin
        .post(
            "/api/dataEntry/minMaxValues",
            "{'dataElement': '%s', 'orgUnit': '%s', 'categoryOptionCombo': 'HllvX50cXC0', 'minValue': 5, 'maxValue': 12}"
                .formatted(form.element(), form.unit()))
        .expect(200);
    Answer found = analysis("minMaxOutlier", 1, 12, "").expect(200);
    found.has("0.pe", HIGH).has("0.absDev", 8.0).has("0.lowerBound", 5.0).has("0.upperBound", 12.0);
    assertThat(found.json()).hasSize(1);
    assertThat(analysis("minMaxOutlier", 1, 9, "").expect(200).body()).isEqualTo("[]");
  }

  @Test
  void listsFiguresThatAreMarkedForFollowUp() {
    admin.put("/api/dataValues/followup", form.cell("202003", ", 'followup': true")).expect(200);
    Answer found = analysis("followup", 1, 6, "").expect(200);
    found.has("0.pe", "202003").has("0.value", "10").has("0.peName", "March 2020");
    assertThat(found.json()).hasSize(1);
    assertThat(analysis("followup", 4, 12, "").expect(200).body()).isEqualTo("[]");
  }

  @Test
  void checksAllRulesOrThoseOfAGroup() {
    assertThat(analysis("validationRules", 1, 12, "").expect(200).list("validationRuleId"))
        .asString()
        .contains(RULE, OTHER_RULE);
    Answer found = analysis("validationRules", 1, 12, ", 'vrg': '%s'".formatted(GROUP));
    found
        .expect(200)
        .has("0.validationRuleId", RULE)
        .has("0.organisationUnitId", form.unit())
        .has("0.periodId", HIGH)
        .has("0.leftSideValue", 20.0)
        .has("0.operator", "<=")
        .has("0.rightSideValue", 15.0);
    assertThat(found.json()).hasSize(1);
    assertThat(
            analysis("validationRules", 1, 9, ", 'vrg': '%s'".formatted(GROUP)).expect(200).body())
        .isEqualTo("[]");
  }

  @Test
  void tellsTheFiguresOfARule() {
    admin
        .get(
            "/api/dataAnalysis/validationRulesExpression?validationRuleId=%s&periodId=%s&organisationUnitId=%s&attributeOptionComboId=HllvX50cXC0"
                .formatted(RULE, HIGH, form.unit()))
        .expect(200)
        .has("leftSide.0.name", "E " + form.element())
        .has("leftSide.0.value", "20.0");
  }

  @Test
  void refusesQuestionsThatAreNotComplete() {
    String unit = "{'ou': '%s', 'startDate': '2020-01-01', 'endDate': '2020-02-01'}";
    for (String kind : new String[] {"stdDevOutlier", "minMaxOutlier"}) {
      admin.post("/api/dataAnalysis/" + kind, unit.formatted(form.unit())).expect(409, "E2200");
      admin
          .post("/api/dataAnalysis/" + kind, "{'ds': ['%s']}".formatted(form.set()))
          .expect(409, "E2203");
      analysis(kind, 6, 1, "").expect(409, "E2202");
    }
    admin.post("/api/dataAnalysis/followup", unit.formatted(form.unit())).expect(409, "E2300");
    admin.post("/api/dataAnalysis/validationRules", "{}").expect(400);
  }
}
