package org.kituo.server.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kituo.model.metadata.constant.VisualizationType;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Stored tables, charts, maps and dashboards as pictures. */
class PictureTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final String COUNTRY = TestClient.newUid();
  private static final String NORTH = TestClient.newUid();
  private static final String SOUTH = TestClient.newUid();
  private static final String CASES = TestClient.newUid();
  private static final String DEATHS = TestClient.newUid();
  private static final String SET = TestClient.newUid();
  private static final String INDICATOR = TestClient.newUid();
  private static final String DEFAULT_COMBO = "HllvX50cXC0";
  private static final int WHITE = 0xffffff;

  @BeforeAll
  static void twoRegionsWithFigures() throws InterruptedException {
    admin
        .post(
            "/api/metadata",
            """
            {'organisationUnits': [
               {'id': '%1$s', 'name': 'Land', 'shortName': 'Land', 'openingDate': '2000-01-01'},
               {'id': '%2$s', 'name': 'North', 'shortName': 'North', 'openingDate': '2000-01-01', 'parent': {'id': '%1$s'},
                'geometry': {'type': 'Polygon', 'coordinates': [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}},
               {'id': '%3$s', 'name': 'South', 'shortName': 'South', 'openingDate': '2000-01-01', 'parent': {'id': '%1$s'},
                'geometry': {'type': 'Point', 'coordinates': [2, -2]}}],
             'dataElements': [
               {'id': '%4$s', 'name': 'Cases %4$s', 'shortName': 'C %4$s', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'SUM'},
               {'id': '%5$s', 'name': 'Deaths %5$s', 'shortName': 'D %5$s', 'domainType': 'AGGREGATE',
                'valueType': 'NUMBER', 'aggregationType': 'SUM'}],
             'dataSets': [{'id': '%6$s', 'name': 'Set %6$s', 'shortName': 'S %6$s', 'periodType': 'Monthly',
               'organisationUnits': [{'id': '%2$s'}, {'id': '%3$s'}],
               'dataSetElements': [{'dataElement': {'id': '%4$s'}}, {'dataElement': {'id': '%5$s'}}]}],
             'indicatorTypes': [{'id': '%7$s', 'name': 'Type %7$s', 'factor': 100, 'number': false}],
             'indicators': [{'id': '%7$s', 'name': 'Lethality %7$s', 'shortName': 'L %7$s', 'annualized': false,
               'indicatorType': {'id': '%7$s'}, 'numerator': '#{%5$s}', 'denominator': '#{%4$s}'}]}\
            """
                .formatted(COUNTRY, NORTH, SOUTH, CASES, DEATHS, SET, INDICATOR))
        .expect(200);
    admin
        .post(
            "/api/dataValueSets?dataSet=" + SET,
            """
            {'dataValues': [
               {'dataElement': '%1$s', 'period': '202401', 'orgUnit': '%3$s', 'value': '40'},
               {'dataElement': '%1$s', 'period': '202402', 'orgUnit': '%4$s', 'value': '10'},
               {'dataElement': '%2$s', 'period': '202401', 'orgUnit': '%3$s', 'value': '4'},
               {'dataElement': '%2$s', 'period': '202402', 'orgUnit': '%4$s', 'value': '3'}]}\
            """
                .formatted(CASES, DEATHS, NORTH, SOUTH))
        .expect(200);
    while (admin
            .get(
                "/api/analytics?dimension=dx:%s&filter=pe:2024&filter=ou:%s"
                    .formatted(DEATHS, COUNTRY))
            .json("rows")
            .size()
        == 0) {
      Thread.sleep(50);
    }
  }

  private static String visualization(VisualizationType type, String name) {
    String id = TestClient.newUid();
    admin
        .post(
            "/api/visualizations",
            """
            {'id': '%s', 'name': '%s', 'type': '%s', 'showData': true, 'yearlySeries': ['2023', '2024'],
             'columns': [{'dimension': 'dx', 'items': [{'id': '%s'}, {'id': '%s'}]}],
             'rows': [{'dimension': 'pe', 'items': [{'id': '202401'}, {'id': '202402'}]}],
             'filters': [{'dimension': 'ou', 'items': [{'id': '%s'}]}]}\
            """
                .formatted(id, name, type, CASES, DEATHS, COUNTRY))
        .expect(201);
    return id;
  }

  private static String map() {
    String id = TestClient.newUid();
    admin
        .post(
            "/api/maps",
            """
            {'id': '%s', 'name': 'Where', 'mapViews': [
              {'layer': 'orgUnit', 'rows': [{'dimension': 'ou', 'items': [{'id': '%s'}, {'id': 'LEVEL-2'}]}]},
              {'layer': 'thematic1', 'columns': [{'dimension': 'dx', 'items': [{'id': '%s'}]}],
               'colorScale': '#0000ff,#ff0000', 'opacity': 1,
               'rows': [{'dimension': 'ou', 'items': [{'id': '%s'}, {'id': '%s'}]}],
               'filters': [{'dimension': 'pe', 'items': [{'id': '2024'}]}]}]}\
            """
                .formatted(id, COUNTRY, CASES, NORTH, SOUTH))
        .expect(201);
    return id;
  }

  private static BufferedImage image(String path) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(admin.bytes(path)));
  }

  /** How many pixels are not white. */
  private static long drawn(BufferedImage image) {
    long drawn = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        drawn += (image.getRGB(x, y) & WHITE) == WHITE ? 0 : 1;
      }
    }
    return drawn;
  }

  @ParameterizedTest
  @EnumSource(VisualizationType.class)
  void everyTypeIsDrawnInTheSizeAskedFor(VisualizationType type) throws IOException {
    String id = visualization(type, "All types");
    BufferedImage image = image("/api/visualizations/" + id + "/data.png?width=640&height=360");
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isEqualTo(360);
    assertThat(drawn(image)).as("pixels of " + type).isGreaterThan(500);
  }

  @Test
  void chartsAreAnsweredAsPicturesAndTablesAsDataWhereNothingIsSaid() {
    String chart = visualization(VisualizationType.COLUMN, "Chart");
    assertThat(admin.get("/api/visualizations/" + chart + "/data").header("Content-Type"))
        .isEqualTo("image/png");
    String table = visualization(VisualizationType.PIVOT_TABLE, "Table");
    admin.get("/api/visualizations/" + table + "/data").expect(200).has("title", "Table");
  }

  @Test
  void anSvgHasTheNamesAsText() {
    String id = visualization(VisualizationType.STACKED_BAR, "Région <nord> ወር");
    String svg = admin.get("/api/visualizations/" + id + "/data.svg").expect(200).body();
    assertThat(svg)
        .contains("<svg", "Région &lt;nord&gt; ወር", "Cases " + CASES, "January 2024")
        .doesNotContain("<nord>");
  }

  @Test
  void aPdfOfALongTableHasSeveralPages() {
    String id = TestClient.newUid();
    admin
        .post(
            "/api/visualizations",
            """
            {'id': '%s', 'name': 'Long', 'type': 'PIVOT_TABLE',
             'columns': [{'dimension': 'dx', 'items': [{'id': '%s'}]}],
             'rows': [{'dimension': 'pe', 'items': [{'id': 'LAST_52_WEEKS'}]}],
             'filters': [{'dimension': 'ou', 'items': [{'id': '%s'}]}]}\
            """
                .formatted(id, CASES, COUNTRY))
        .expect(201);
    assertThat(pages("/api/visualizations/" + id + "/data.pdf")).isGreaterThan(1);
  }

  private static int pages(String path) {
    String pdf = new String(admin.bytes(path), ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-").contains("%%EOF");
    return pdf.split("/Type\\s*/Page\\b(?!s)").length - 1;
  }

  @Test
  void aMapColoursItsUnits() throws IOException {
    BufferedImage image = image("/api/maps/" + map() + "/data.png?width=600&height=400");
    int red = 0;
    int blue = 0;
    for (int x = 0; x < 400; x++) {
      for (int y = 30; y < 400; y++) {
        red += (image.getRGB(x, y) & WHITE) == 0xff0000 ? 1 : 0;
        blue += (image.getRGB(x, y) & WHITE) == 0x0000ff ? 1 : 0;
      }
    }
    assertThat(red).as("the area with 40 cases").isGreaterThan(5_000);
    assertThat(blue).as("the point with 10 cases").isBetween(30, 200);
  }

  @Test
  void aDashboardIsDrawnWithWhatItsReaderMaySee() {
    String chart = visualization(VisualizationType.LINE, "Mine");
    String id = TestClient.newUid();
    admin
        .post(
            "/api/dashboards",
            """
            {'id': '%s', 'name': 'Board', 'sharing': {'public': 'r-------'}, 'dashboardItems': [
              {'visualization': {'id': '%s'}, 'x': 0, 'y': 0, 'width': 30, 'height': 20},
              {'map': {'id': '%s'}, 'x': 30, 'y': 0, 'width': 30, 'height': 20},
              {'text': '# Words', 'x': 0, 'y': 20, 'width': 60, 'height': 4},
              {'visualization': {'id': '%s'}, 'x': 0, 'y': 60, 'width': 60, 'height': 200}]}\
            """
                .formatted(id, chart, map(), chart))
        .expect(201);
    assertThat(pages("/api/dashboards/" + id + "/data.pdf")).isEqualTo(2);
    admin.put("/api/visualizations/" + chart + "/sharing", "{'public': '--------'}").expect(204);
    server.userWith().get("/api/dashboards/" + id + "/data.pdf").expect(200);
    server.userWith().get("/api/visualizations/" + chart + "/data.png").expect(404);
    admin.get("/api/dashboards/Absent00001/data.pdf").expect(404);
  }

  @Test
  void anIndicatorAndTheHistoryOfACellAreDrawn() throws IOException {
    BufferedImage indicator =
        image(
            "/api/visualizations/data.png?in=%s&ou=%s&date=2024-03-10"
                .formatted(INDICATOR, COUNTRY));
    assertThat(indicator.getWidth()).isEqualTo(800);
    assertThat(drawn(indicator)).isGreaterThan(5_000);
    String cell = "de=%s&co=%s&pe=202402&ou=%s".formatted(CASES, DEFAULT_COMBO, NORTH);
    BufferedImage history = image("/api/visualizations/history/data.png?" + cell);
    assertThat(history.getWidth()).isEqualTo(525);
    assertThat(drawn(history)).isGreaterThan(1_000);
    admin.get("/api/visualizations/history/data?de=" + CASES).expect(409);
    admin.get("/api/visualizations/history/data?pe=abc&" + cell.substring(3)).expect(409);
  }

  @Test
  void sizesAreLimited() {
    String id = visualization(VisualizationType.PIE, "Large");
    admin.get("/api/visualizations/" + id + "/data.png?width=50000").expect(400);
    admin.get("/api/visualizations/" + id + "/data.png?width=wide").expect(400);
    admin.get("/api/maps/" + map() + "/data?height=0").expect(400);
  }
}
