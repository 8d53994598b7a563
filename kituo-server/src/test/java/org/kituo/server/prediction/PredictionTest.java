package org.kituo.server.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/**
 * Predictors on a country with one district and two facilities, and a stock that is counted by
 * category: received (first option) and left (second).
 */
class PredictionTest {
  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static final String COUNTRY = TestClient.newUid();
  private static final String DISTRICT = TestClient.newUid();
  private static final String NORTH = TestClient.newUid();
  private static final String SOUTH = TestClient.newUid();
  private static final String DISTRICTS = TestClient.newUid();
  private static final String FACILITIES = TestClient.newUid();
  private static final String COMBO = TestClient.newUid();
  private static final String STOCK = TestClient.newUid();
  private static final String SET = TestClient.newUid();
  private static final String CASES = TestClient.newUid();
  private static final String SOAP = TestClient.newUid();
  private static final String GLOVES = TestClient.newUid();
  private static String received = "";
  private static String left = "";

  @BeforeAll
  static void aCountry() {
    String category = TestClient.newUid();
    String in = TestClient.newUid();
    String out = TestClient.newUid();
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [%s, %s, %s, %s],
             'organisationUnitLevels': [
               {'id': '%s', 'name': 'District', 'level': 2},
               {'id': '%s', 'name': 'Facility', 'level': 3}],
             'categoryOptions': [
               {'id': '%s', 'name': 'Received', 'shortName': 'Received'},
               {'id': '%s', 'name': 'Left', 'shortName': 'Left'}],
             'categories': [{'id': '%s', 'name': 'Stock', 'shortName': 'Stock',
               'dataDimensionType': 'DISAGGREGATION',
               'categoryOptions': [{'id': '%s'}, {'id': '%s'}]}],
             'categoryCombos': [{'id': '%s', 'name': 'Stock', 'dataDimensionType': 'DISAGGREGATION',
               'categories': [{'id': '%s'}]}]}\
            """
                .formatted(
                    unit(COUNTRY, null),
                    unit(DISTRICT, COUNTRY),
                    unit(NORTH, DISTRICT),
                    unit(SOUTH, DISTRICT),
                    DISTRICTS,
                    FACILITIES,
                    in,
                    out,
                    category,
                    in,
                    out,
                    COMBO,
                    category))
        .expect(200);
    received = combo("Received");
    left = combo("Left");
    elements("NUMBER", CASES);
    admin
        .post(
            "/api/metadata",
            "{'dataElements': [%s, %s], 'dataElementGroups': [{'id': '%s', 'name': 'Goods', 'shortName': 'Goods', 'dataElements': [{'id': '%s'}, {'id': '%s'}]}]}"
                .formatted(
                    element(SOAP, "NUMBER", COMBO),
                    element(GLOVES, "NUMBER", COMBO),
                    STOCK,
                    SOAP,
                    GLOVES))
        .expect(200);
    admin
        .post(
            "/api/metadata",
            """
            {'dataSets': [{'id': '%s', 'name': 'Form', 'shortName': 'Form', 'periodType': 'Monthly',
               'categoryCombo': {'id': 'bjDvmb4bfuf'},
               'dataSetElements': [{'dataElement': {'id': '%s'}}, {'dataElement': {'id': '%s'}},
                 {'dataElement': {'id': '%s'}}],
               'organisationUnits': [{'id': '%s'}, {'id': '%s'}, {'id': '%s'}]}]}\
            """
                .formatted(SET, CASES, SOAP, GLOVES, DISTRICT, NORTH, SOUTH))
        .expect(200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String unit(String uid, @Nullable String parent) {
    return "{'id': '%s', 'name': '%s', 'shortName': '%s', 'openingDate': '1990-01-01'%s}"
        .formatted(
            uid, uid, uid, parent == null ? "" : ", 'parent': {'id': '%s'}".formatted(parent));
  }

  private static String element(String uid, String type, String combo) {
    return """
    {'id': '%1$s', 'name': 'E %1$s', 'shortName': '%1$s', 'domainType': 'AGGREGATE',
     'valueType': '%2$s', 'aggregationType': 'SUM', 'categoryCombo': {'id': '%3$s'}}\
    """
        .formatted(uid, type, combo);
  }

  private static void elements(String type, String... uids) {
    for (String uid : uids) {
      admin
          .post(
              "/api/metadata",
              "{'dataElements': [%s]}".formatted(element(uid, type, "bjDvmb4bfuf")))
          .expect(200);
    }
  }

  private static String combo(String name) {
    return String.valueOf(
        admin
            .get("/api/categoryOptionCombos?filter=name:eq:%s&fields=id".formatted(name))
            .value("categoryOptionCombos.0.id"));
  }

  private static void enter(
      String element, String combo, String unit, String period, String value) {
    admin
        .post(
            "/api/dataValueSets",
            "{'dataSet': '%s', 'dataValues': [{'dataElement': '%s', 'categoryOptionCombo': '%s', 'orgUnit': '%s', 'period': '%s', 'value': '%s'}]}"
                .formatted(SET, element, combo, unit, period, value))
        .expect(200);
  }

  private static void cases(String unit, String period, String value) {
    enter(CASES, "HllvX50cXC0", unit, period, value);
  }

  /** A new predictor; more members begin with a comma. */
  private static String predictor(
      String name, String output, String generator, String level, String more) {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/predictors",
            """
            {'id': '%1$s', 'name': '%2$s %1$s', 'shortName': '%1$s', 'output': {'id': '%3$s'},
             'periodType': 'Monthly', 'annualSampleCount': 0, 'organisationUnitDescendants': 'SELECTED',
             'organisationUnitLevels': [{'id': '%5$s'}],
             'generator': {'expression': '%4$s', 'description': 'g',
               'missingValueStrategy': 'SKIP_IF_ALL_VALUES_MISSING'}%6$s}\
            """
                .formatted(
                    uid,
                    name,
                    output,
                    generator,
                    level,
                    more.contains("sequentialSampleCount")
                        ? more
                        : ", 'sequentialSampleCount': 0" + more))
        .expect(201);
    return uid;
  }

  private static Answer run(String path, String from, String to) {
    return admin.post("/api/%s/run?startDate=%s&endDate=%s".formatted(path, from, to)).expect(200);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> values(String element, String unit, String period) {
    return (List<Object>)
        admin
            .get(
                "/api/dataValueSets?dataElement=%s&orgUnit=%s&period=%s"
                    .formatted(element, unit, period))
            .expect(200)
            .list("dataValues.value");
  }

  @Test
  void predictorsOfAGroupRunByNameAndSeeWhatEarlierOnesWrote() {
    String first = TestClient.newUid();
    String second = TestClient.newUid();
    String third = TestClient.newUid();
    elements("NUMBER", first, second, third);
    cases(NORTH, "202001", "5");
    String c = predictor("Step C", third, "#{%s}+1".formatted(second), FACILITIES, "");
    String a = predictor("Step A", first, "#{%s}*2".formatted(CASES), FACILITIES, "");
    String b = predictor("Step B", second, "#{%s}*10".formatted(first), FACILITIES, "");
    String group = TestClient.newUid();
    admin
        .post(
            "/api/predictorGroups",
            "{'id': '%s', 'name': 'Steps', 'predictors': [{'id': '%s'}, {'id': '%s'}, {'id': '%s'}]}"
                .formatted(group, c, a, b))
        .expect(201);
    run("predictorGroups/" + group, "2020-01-01", "2020-01-31")
        .has("message", "Generated 3 predictions");
    assertThat(values(third, NORTH, "202001")).containsExactly("101.0");
  }

  @Test
  void aGeneratorForEachElementOfAGroupPredictsACellOfEach() {
    for (int month = 1; month <= 3; month++) {
      enter(SOAP, received, NORTH, "20200" + month, String.valueOf(10 * month));
      enter(GLOVES, received, NORTH, "20200" + month, String.valueOf(100 * month));
    }
    enter(SOAP, left, NORTH, "202003", "7");
    String generator = "forEach ?de in :DEG:%s --> avg(#{?de.%s})".formatted(STOCK, received);
    String mean =
        predictor(
            "Mean",
            SOAP,
            generator,
            FACILITIES,
            ", 'sequentialSampleCount': 2, 'outputCombo': {'id': '%s'}, 'sampleSkipTest': {'expression': '#{?de.%s} == 100', 'description': 'd'}"
                .formatted(left, received));
    run("predictors/" + mean, "2020-03-01", "2020-03-31").has("message", "Generated 2 predictions");
    assertThat(values(SOAP, NORTH, "202003")).containsExactlyInAnyOrder("30", "15.0");
    assertThat(values(GLOVES, NORTH, "202003")).containsExactlyInAnyOrder("300", "200.0");
    admin
        .send("POST", "/api/predictors/expression/description", "text/plain", generator)
        .has("status", "OK")
        .has("description", "forEach ?de in Goods --> avg(?de Received)");
    admin
        .send(
            "POST",
            "/api/predictors/expression/description",
            "text/plain",
            "forEach ?de in :DEG:NoSuchGroup --> #{?de}")
        .has("status", "ERROR");
  }

  @Test
  void unitsOfSeveralLevelsEachGetWhatIsBelowThem() {
    String output = TestClient.newUid();
    elements("INTEGER", output);
    cases(DISTRICT, "202101", "1");
    cases(NORTH, "202101", "10");
    cases(SOUTH, "202101", "100");
    String all =
        predictor(
            "All",
            output,
            "#{%s}".formatted(CASES),
            FACILITIES,
            ", 'organisationUnitDescendants': 'DESCENDANTS', 'organisationUnitLevels': [{'id': '%s'}, {'id': '%s'}]"
                .formatted(DISTRICTS, FACILITIES));
    run("predictors/" + all, "2021-01-01", "2021-01-31").has("message", "Generated 3 predictions");
    assertThat(values(output, DISTRICT, "202101")).containsExactly("111");
    assertThat(values(output, NORTH, "202101")).containsExactly("10");
    String selected = predictor("Selected", output, "#{%s}".formatted(CASES), DISTRICTS, "");
    run("predictors/" + selected, "2021-01-01", "2021-01-31");
    assertThat(values(output, DISTRICT, "202101")).containsExactly("1");
  }

  @Test
  void samplesAreThoseOfEarlierPeriodsAndYears() {
    String output = TestClient.newUid();
    elements("INTEGER", output);
    // each month of 2016 and 2017 counts a digit of its own: 2^month
    for (int month = 1; month <= 12; month++) {
      cases(NORTH, "2016%02d".formatted(month), String.valueOf(1 << month));
      cases(NORTH, "2017%02d".formatted(month), String.valueOf(1 << (month + 12)));
    }
    String generator = "sum(#{%s})".formatted(CASES);
    String both =
        predictor(
            "Both",
            output,
            generator,
            FACILITIES,
            ", 'sequentialSampleCount': 2, 'annualSampleCount': 1, 'sequentialSkipCount': 1");
    run("predictors/" + both, "2017-06-01", "2017-06-30");
    int expected = (1 << 16) + (1 << 4) + (1 << 5) + (1 << 6) + (1 << 7) + (1 << 8);
    assertThat(values(output, NORTH, "201706")).containsExactly(String.valueOf(expected));
    String test = "#{%s} == %d".formatted(CASES, 1 << 16);
    String tested =
        predictor(
            "Tested",
            output,
            generator,
            FACILITIES,
            ", 'sequentialSampleCount': 2, 'sampleSkipTest': {'expression': '%s', 'description': 'd'}"
                .formatted(test));
    run("predictors/" + tested, "2017-06-01", "2017-06-30");
    assertThat(values(output, NORTH, "201706")).containsExactly(String.valueOf(1 << 17));
    String dated =
        predictor(
            "Dated",
            output,
            "sum(#{%s}.minDate(2017-02-01).maxDate(2017-03-31))".formatted(CASES),
            FACILITIES,
            ", 'sequentialSampleCount': 12");
    run("predictors/" + dated, "2017-06-01", "2017-06-30");
    assertThat(values(output, NORTH, "201706"))
        .containsExactly(String.valueOf((1 << 14) + (1 << 15)));
  }

  @Test
  void digitsBeforeThePointAreKept() {
    String output = TestClient.newUid();
    elements("NUMBER", output);
    String whole = predictor("Whole", output, "#{%s}/3".formatted(CASES), FACILITIES, "");
    cases(NORTH, "201501", "370370");
    cases(NORTH, "201502", "10");
    run("predictors/" + whole, "2015-01-01", "2015-02-28");
    assertThat(values(output, NORTH, "201501")).containsExactly("123457.0");
    assertThat(values(output, NORTH, "201502")).containsExactly("3.333");
  }

  @Test
  void whatNoLongerFollowsIsTakenAway() {
    String output = TestClient.newUid();
    elements("NUMBER", output);
    String twice = predictor("Twice", output, "#{%s}*2".formatted(CASES), FACILITIES, "");
    cases(SOUTH, "201401", "4");
    run("predictors/" + twice, "2014-01-01", "2014-01-31");
    assertThat(values(output, SOUTH, "201401")).containsExactly("8.0");
    admin.delete("/api/dataValues?de=%s&pe=201401&ou=%s".formatted(CASES, SOUTH)).expect(204);
    admin
        .post("/api/predictions?startDate=2014-01-01&endDate=2014-01-31&predictor=" + twice)
        .expect(200)
        .has("response.deleted", 1);
    assertThat(values(output, SOUTH, "201401")).isEmpty();
  }

  @Test
  void aJobPredictsAfterItsRequestWasAnswered() throws InterruptedException {
    String output = TestClient.newUid();
    elements("NUMBER", output);
    cases(NORTH, "201301", "4");
    String twice = predictor("Later", output, "#{%s}*2".formatted(CASES), FACILITIES, "");
    String path =
        "/api/predictions?async=true&startDate=2013-01-01&endDate=2013-01-31&predictor=" + twice;
    server.userWith().post(path).expect(403);
    Answer started = admin.post(path).expect(200).has("response.jobType", "PREDICTOR");
    String summaries = "/api/system/taskSummaries/PREDICTOR/" + started.value("response.id");
    Answer summary = admin.get(summaries);
    for (int tries = 0; tries < 500 && summary.body().equals("null"); tries++) {
      Thread.sleep(20);
      summary = admin.get(summaries);
    }
    summary.has("predictors", 1).has("inserted", 1);
    assertThat(values(output, NORTH, "201301")).containsExactly("8.0");
  }
}
