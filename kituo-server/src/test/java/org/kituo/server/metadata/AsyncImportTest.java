package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Imports that go on after the request was answered, and imports of comma-separated values. */
class AsyncImportTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static Answer summary(Answer started) throws InterruptedException {
    started.expect(200).has("response.responseType", "JobConfiguration");
    String path =
        String.valueOf(started.value("response.relativeNotifierEndpoint"))
            .replace("/tasks/", "/taskSummaries/");
    Answer summary = admin.get(path);
    while (summary.body().equals("null")) {
      Thread.sleep(20);
      summary = admin.get(path);
    }
    return summary;
  }

  private static String constant(String uid) {
    return "{'constants': [{'id': '%s', 'name': 'Async %s', 'shortName': 'Async', 'value': 1}]}"
        .formatted(uid, uid);
  }

  @Test
  void metadataAreImportedByAJobWithAReport() throws InterruptedException {
    String uid = TestClient.newUid();
    summary(admin.post("/api/metadata?async=true&importReportMode=FULL", constant(uid)))
        .has("status", "OK")
        .has("stats.created", 1)
        .has("typeReports.0.objectReports.0.uid", uid);
    admin.get("/api/constants/" + uid).expect(200);
  }

  @Test
  void aJobActsForItsUser() throws InterruptedException {
    String uid = TestClient.newUid();
    Answer started = server.userWith().post("/api/metadata?async=true", constant(uid));
    summary(started).has("status", "ERROR").has("stats.ignored", 1);
    admin.get("/api/constants/" + uid).expect(404);
  }

  @Test
  void geometriesAreImportedByAJob() throws InterruptedException {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/organisationUnits",
            "{'id': '%s', 'name': 'Async unit', 'shortName': 'Async unit', 'openingDate': '2000-01-01'}"
                .formatted(uid))
        .expect(201);
    String feature =
        "{'type': 'Feature', 'id': '%s', 'geometry': {'type': 'Point', 'coordinates': [1, 2]}}"
            .formatted(uid);
    summary(
            admin.post(
                "/api/organisationUnits/geometry?async=true",
                "{'type': 'FeatureCollection', 'features': [" + feature + "]}"))
        .has("status", "SUCCESS")
        .has("importCount.imported", 1);
    admin.get("/api/organisationUnits/" + uid).has("geometry.type", "Point");
  }

  private static Answer csv(String klass, String... lines) {
    return admin.send(
        "POST",
        "/api/metadata?importReportMode=FULL&classKey=" + klass,
        "application/csv",
        String.join("\n", lines));
  }

  @Test
  void linesBecomeObjects() {
    String element = TestClient.newUid();
    String unit = TestClient.newUid();
    csv(
            "DATA_ELEMENT",
            "name,uid,code,shortname",
            "\"Cases, all\",%s,CSV_%s,Cases".formatted(element, element))
        .expect(200)
        .has("response.stats.created", 1);
    admin
        .get("/api/dataElements/" + element)
        .has("name", "Cases, all")
        .has("domainType", "AGGREGATE")
        .has("aggregationType", "SUM");
    csv(
            "ORGANISATION_UNIT",
            "name,uid,code,parent",
            "Csv unit %s,%s,,,,,2001-02-03,,,POINT,\"[1.5,2.5]\"".formatted(unit, unit))
        .expect(200);
    admin
        .get("/api/organisationUnits/" + unit)
        .has("openingDate", "2001-02-03T00:00:00.000")
        .has("geometry.coordinates", List.of(1.5, 2.5));
  }

  @Test
  void linesBecomeIndicators() {
    String type = TestClient.newUid();
    String indicator = TestClient.newUid();
    admin
        .post(
            "/api/indicatorTypes",
            "{'id': '%s', 'name': 'Csv %s', 'factor': 100}".formatted(type, type))
        .expect(201);
    csv(
            "INDICATOR",
            "name,uid,code,description,shortname,denominator,dd,numerator,nd,annualized,decimals,type",
            "Csv rate,%s,,,,1,One,2+3,Five,true,1,%s".formatted(indicator, type))
        .expect(200);
    admin
        .get("/api/indicators/" + indicator)
        .has("shortName", "Csv rate")
        .has("numerator", "2+3")
        .has("denominatorDescription", "One")
        .has("annualized", true)
        .has("decimals", 1)
        .has("indicatorType.id", type);
  }

  @Test
  void linesWithTheSameSetAreItsOptions() {
    String set = TestClient.newUid();
    csv(
            "OPTION_SET",
            "setname,setuid,setcode,optionname,optionuid,optioncode",
            "Csv set,%s,,Red,,RED".formatted(set),
            "Csv set,%s,,Blue,,BLUE".formatted(set))
        .expect(200);
    admin
        .get("/api/optionSets/" + set + "?fields=name,options[code]")
        .has("name", "Csv set")
        .has("options.code", List.of("RED", "BLUE"));
  }

  @Test
  void membersAreAddedToThoseThatAGroupHas() {
    String group = TestClient.newUid();
    String one = TestClient.newUid();
    String two = TestClient.newUid();
    String element =
        "{'id': '%s', 'name': 'Csv %s', 'shortName': 'Csv %s', 'domainType': 'AGGREGATE', 'valueType': 'NUMBER', 'aggregationType': 'SUM'}";
    admin
        .post(
            "/api/metadata",
            "{'dataElements': [%s, %s], 'dataElementGroups': [{'id': '%s', 'name': 'Csv group', 'shortName': 'Csv group', 'dataElements': [{'id': '%s'}]}]}"
                .formatted(
                    element.formatted(one, one, one), element.formatted(two, two, two), group, one))
        .expect(200);
    csv("DATA_ELEMENT_GROUP_MEMBERSHIP", "group,element", group + "," + two).expect(200);
    assertThat(admin.get("/api/dataElementGroups/" + group + "?fields=dataElements~size").body())
        .contains("2");
  }

  private static final String GML =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">
        <gml:boundedBy><gml:Box><gml:coordinates>0,0 900,900</gml:coordinates></gml:Box></gml:boundedBy>
      %s</ogr:FeatureCollection>\
      """;

  private static String feature(String key, String geometry) {
    return "<gml:featureMember><ogr:unit>%s<ogr:geometryProperty>%s</ogr:geometryProperty></ogr:unit></gml:featureMember>\n"
        .formatted(key, geometry);
  }

  private static Answer gml(String parameters, String... features) {
    return admin.send(
        "POST",
        "/api/metadata/gml.json?" + parameters,
        "application/xml",
        GML.formatted(String.join("", features)));
  }

  private static String unit(String name) {
    String uid = TestClient.newUid();
    admin
        .post(
            "/api/organisationUnits",
            "{'id': '%s', 'name': '%s', 'shortName': 'Gml', 'code': '%s', 'openingDate': '2000-01-01', 'comment': 'stays'}"
                .formatted(uid, name, uid))
        .expect(201);
    return uid;
  }

  @Test
  void unitsGetTheirGeometriesFromGmlByUidCodeOrName() {
    String point = unit("Gml point");
    String area = unit("Gml area");
    String islands = unit("Gml \u00eeles");
    String ring = "<gml:%1$s><gml:LinearRing>%2$s</gml:LinearRing></gml:%1$s>";
    String square = "<gml:coordinates>0,0 4,0 4,4 0,4 0,0</gml:coordinates>";
    String hole = "<gml:posList srsDimension='3'>1 1 9 2 1 9 2 2 9 1 1 9</gml:posList>";
    String polygon =
        "<gml:Polygon>"
            + ring.formatted("outerBoundaryIs", square)
            + ring.formatted("interior", hole)
            + "</gml:Polygon>";
    String member = "<gml:surfaceMember>" + polygon + "</gml:surfaceMember>";
    gml(
            "importReportMode=FULL",
            feature(
                "<ogr:Uid>" + point + "</ogr:Uid><ogr:name>not looked at</ogr:name>",
                "<gml:Point srsName='urn:ogc:def:crs:EPSG::4326'><gml:pos>-2.5 30</gml:pos></gml:Point>"),
            feature("<ogr:CODE>" + area + "</ogr:CODE>", polygon),
            feature(
                "<ogr:Name>Gml &#238;les</ogr:Name>",
                "<gml:MultiSurface>" + member + member + "</gml:MultiSurface>"))
        .expect(200)
        .has("response.responseType", "ImportReport")
        .has("response.stats.updated", 3);
    admin
        .get("/api/organisationUnits/" + point)
        .has("geometry.type", "Point")
        .has("geometry.coordinates", List.of(30.0, -2.5))
        .has("comment", "stays");
    assertThat(admin.get("/api/organisationUnits/" + area + "?fields=geometry").body())
        .isEqualTo(
            "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,4.0],[0.0,0.0]],[[1.0,1.0],[2.0,1.0],[2.0,2.0],[1.0,1.0]]]}}");
    admin.get("/api/organisationUnits/" + islands).has("geometry.type", "MultiPolygon");
  }

  @Test
  void featuresThatFitNoUnitAreReportedAndTheOthersImported() {
    String unit = unit("Gml twin");
    unit("Gml twin");
    String point = "<gml:Point><gml:coordinates>1,2,700</gml:coordinates></gml:Point>";
    Answer answer =
        gml(
                "",
                feature("<ogr:uid>" + unit + "</ogr:uid>", point),
                feature("<ogr:name>Gml twin</ogr:name>", point),
                feature("<ogr:code>GML_NOWHERE</ogr:code>", point))
            .expect(409)
            .has("response.stats.updated", 1)
            .has("response.stats.ignored", 2);
    assertThat(answer.body()).contains("Gml twin (of several units)", "GML_NOWHERE");
    admin.get("/api/organisationUnits/" + unit).has("geometry.coordinates", List.of(1.0, 2.0));
  }

  @Test
  void everythingThatIsWrongWithAGmlDocumentIsTold() {
    String unit = "<ogr:uid>" + unit("Gml wrong") + "</ogr:uid>";
    String point = "<gml:Point><gml:pos>%s</gml:pos></gml:Point>";
    String answer =
        gml(
                "",
                feature("", point.formatted("1 1")),
                feature(unit, ""),
                feature(unit, point.formatted("400000 1")),
                feature(unit, point.formatted("east 1")))
            .expect(409)
            .body();
    assertThat(answer)
        .contains("featureMember[0]", "featureMember[1]", "featureMember[2]", "featureMember[3]");
    gml("", "<gml:featureMember>").expect(409);
  }

  @Test
  void gmlReadsNoEntitiesFromElsewhere() {
    String document =
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a><featureMember><u><name>&e;</name></u></featureMember></a>";
    String answer =
        admin.send("POST", "/api/metadata/gml", "application/xml", document).expect(409).body();
    assertThat(answer).contains("The body is not GML");
  }

  @Test
  void aDryRunOfGmlChangesNothing() throws InterruptedException {
    String unit = unit("Gml dry");
    String point =
        feature(
            "<ogr:uid>" + unit + "</ogr:uid>",
            "<gml:Point><gml:coordinates>1,2</gml:coordinates></gml:Point>");
    gml("dryRun=true", point).expect(200).has("response.stats.updated", 1);
    admin.get("/api/organisationUnits/" + unit + "?fields=geometry").has("geometry", null);
    Answer started = gml("async=true", point);
    summary(started.has("response.jobType", "METADATA_IMPORT")).has("stats.updated", 1);
    admin.get("/api/organisationUnits/" + unit).has("geometry.type", "Point");
  }

  @ParameterizedTest
  @CsvSource({"NO_SUCH_CLASS, a", "DATA_ELEMENT, '\"never ends'"})
  void whatCannotBeReadIsRefused(String klass, String line) {
    csv(klass, "name", line).expect(409);
  }

  @Test
  void theClassesAreListed() {
    assertThat(admin.get("/api/metadata/csvImportClasses").body()).contains("OPTION_SET");
  }
}
