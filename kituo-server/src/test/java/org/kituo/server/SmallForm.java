package org.kituo.server;

/**
 * The smallest form there can be: one data set of months that everyone may read and fill in, with
 * one element of whole numbers, reported by one unit on top of its own hierarchy.
 *
 * @param unit the identifier of the organisation unit, which opened in 1990
 * @param element the identifier of the data element, whose code is {@code C_} and that identifier
 * @param set the identifier of the data set
 */
public record SmallForm(String unit, String element, String set) {

  /** A new form on the server of a client. */
  public static SmallForm on(TestClient admin) {
    SmallForm form = new SmallForm(TestClient.newUid(), TestClient.newUid(), TestClient.newUid());
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [{'id': '%1$s', 'name': 'U %1$s', 'shortName': '%1$s',
               'openingDate': '1990-01-01'}],
             'dataElements': [{'id': '%2$s', 'name': 'E %2$s', 'shortName': '%2$s',
               'code': 'C_%2$s', 'domainType': 'AGGREGATE', 'valueType': 'INTEGER',
               'aggregationType': 'SUM', 'categoryCombo': {'id': 'bjDvmb4bfuf'}}],
             'dataSets': [{'id': '%3$s', 'name': 'S %3$s', 'shortName': '%3$s',
               'periodType': 'Monthly', 'categoryCombo': {'id': 'bjDvmb4bfuf'},
               'sharing': {'public': 'rwrw----'},
               'dataSetElements': [{'dataElement': {'id': '%2$s'}}],
               'organisationUnits': [{'id': '%1$s'}]}]}\
            """
                .formatted(form.unit, form.element, form.set))
        .expect(200);
    return form;
  }

  /** A new user of a given identifier who enters figures for the unit. */
  public TestClient clerk(TestServer server, String uid) {
    TestClient clerk = server.user(uid, "F_DATAVALUE_ADD");
    server
        .admin()
        .patch(
            "/api/users/" + uid,
            "[{'op': 'add', 'path': '/organisationUnits', 'value': [{'id': '%s'}]}]"
                .formatted(unit))
        .expect(200);
    return clerk;
  }

  /** The JSON of the form's cell in a month, with further members, which begin with a comma. */
  public String cell(String period, String more) {
    return "{'dataElement': '%s', 'orgUnit': '%s', 'period': '%s'%s}"
        .formatted(element, unit, period, more);
  }

  /** Imports one figure. */
  public Answer enter(TestClient by, String period, String value) {
    return by.post(
        "/api/dataValueSets",
        "{'dataValues': [%s]}".formatted(cell(period, ", 'value': '%s'".formatted(value))));
  }
}
