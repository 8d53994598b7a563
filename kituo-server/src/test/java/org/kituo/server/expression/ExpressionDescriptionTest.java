package org.kituo.server.expression;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Expressions in words, for the forms in which people write them. */
class ExpressionDescriptionTest {
  private static final TestClient admin = TestServer.shared().admin();

  @BeforeAll
  static void someProgram() {
    admin
        .post(
            "/api/metadata",
            """
            {'dataElements': [{'id': 'ExpreDeWght', 'name': 'Expr weight', 'shortName': 'Expr weight',
               'domainType': 'TRACKER', 'valueType': 'NUMBER', 'aggregationType': 'AVERAGE'}],
             'programs': [{'id': 'ExprProgrm1', 'name': 'Expr program', 'shortName': 'Expr program',
               'programType': 'WITHOUT_REGISTRATION', 'programStages': [{'id': 'ExprStage01'}]}],
             'programStages': [{'id': 'ExprStage01', 'name': 'Expr visit', 'program': {'id': 'ExprProgrm1'}}],
             'programRuleVariables': [
               {'id': 'ExprVariab1', 'name': 'weight', 'program': {'id': 'ExprProgrm1'},
                'programRuleVariableSourceType': 'DATAELEMENT_CURRENT_EVENT', 'valueType': 'NUMBER',
                'dataElement': {'id': 'ExpreDeWght'}},
               {'id': 'ExprVariab2', 'name': 'a sum', 'program': {'id': 'ExprProgrm1'}, 'valueType': 'NUMBER',
                'programRuleVariableSourceType': 'CALCULATED_VALUE'}]}\
            """)
        .expect(200);
  }

  private static Answer describe(String path, String expression) {
    return admin.send("POST", "/api/" + path + "/description", "text/plain", expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          programIndicators/expression | #{ExprStage01.ExpreDeWght} / 2 | Expr visit.Expr weight / 2
          programIndicators/filter | V{event_status} == "ACTIVE" | Event status == "ACTIVE"
          programRules/condition?programId=ExprProgrm1 | #{weight} > #{a sum} | Expr weight > a sum
          programRuleActions/data/expression?programId=ExprProgrm1 | d2:round(#{weight}) | d2:round(Expr weight)
          """)
  void anExpressionIsPutIntoWords(String path, String expression, String words) {
    String asked = path.replaceFirst("[?]|$", "/description$0");
    admin
        .send("POST", "/api/" + asked, "text/plain", expression)
        .expect(200)
        .has("status", "OK")
        .has("description", words);
  }

  @Test
  void anExpressionMayBeSentAsJson() {
    admin
        .post(
            "/api/programIndicators/expression/description",
            "{'expression': '#{ExprStage01.ExpreDeWght}'}")
        .has("description", "Expr visit.Expr weight");
  }

  @Test
  void aWrongExpressionOfAProgramIsAnsweredWithTheReason() {
    describe("programIndicators/filter", "#{x.y} >").expect(200).has("status", "ERROR");
    describe("programRules/condition", "#{weight} > 3")
        .expect(200)
        .has("status", "ERROR")
        .has("description", "there is no program rule variable weight");
    describe("programRuleActions/data/expression", "d2:nothing(1)").expect(409);
  }
}
