package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Copies of programs. */
class ProgramCopyTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  @BeforeAll
  static void aProgram() {
    admin
        .post(
            "/api/metadata",
            """
            {'dataElements': [{'id': 'CopyDeElem1', 'name': 'Copy weight', 'shortName': 'Copy weight',
               'domainType': 'TRACKER', 'valueType': 'NUMBER', 'aggregationType': 'AVERAGE'}],
             'programs': [{'id': 'CopyProgrm1', 'name': 'Visits', 'shortName': 'Visits', 'code': 'COPY_PROGRAM',
               'programType': 'WITHOUT_REGISTRATION', 'programStages': [{'id': 'CopyStage01'}]}],
             'programStages': [{'id': 'CopyStage01', 'name': 'Visit', 'program': {'id': 'CopyProgrm1'},
               'programStageDataElements': [{'id': 'CopyPsde001', 'dataElement': {'id': 'CopyDeElem1'}}]}],
             'programIndicators': [{'id': 'CopyIndic01', 'name': 'Copy mean weight', 'shortName': 'Copy mean',
               'program': {'id': 'CopyProgrm1'}, 'aggregationType': 'AVERAGE', 'analyticsType': 'EVENT',
               'expression': '#{CopyStage01.CopyDeElem1}'}]}\
            """)
        .expect(200);
  }

  @Test
  void aCopyHasPartsOfItsOwn() {
    Answer created = admin.post("/api/programs/CopyProgrm1/copy?prefix=New ").expect(201);
    String uid = created.header("Location").replaceFirst(".*/", "");
    assertThat(created.json("message").asString()).contains(uid);
    Answer copy =
        admin.get(
            "/api/programs/"
                + uid
                + "?fields=name,code,programStages[id,name,programStageDataElements[id,dataElement]],programIndicators[name,expression]");
    copy.has("name", "New Visits").has("code", null).has("programStages.name", List.of("Visit"));
    String stage = copy.json("programStages.0.id").asString();
    assertThat(stage).isNotEqualTo("CopyStage01");
    copy.has("programStages.0.programStageDataElements.0.dataElement.id", "CopyDeElem1")
        .has("programIndicators.name", List.of("New Copy mean weight"))
        .has("programIndicators.0.expression", "#{" + stage + ".CopyDeElem1}");
    assertThat(copy.json("programStages.0.programStageDataElements.0.id").asString())
        .isNotEqualTo("CopyPsde001");
    admin.get("/api/programs/CopyProgrm1?fields=name").has("name", "Visits");
  }

  @Test
  void onlyWhoMayMakeProgramsCopiesThem() {
    admin.post("/api/programs/NoSuchProg1/copy").expect(404);
    server.userWith().post("/api/programs/CopyProgrm1/copy?prefix=Mine ").expect(403);
  }
}
