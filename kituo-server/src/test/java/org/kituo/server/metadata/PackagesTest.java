package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The metadata packages that WHO publishes: each goes in without an error, comes back equal, and
 * changes nothing when it goes in again. The packages are not part of this project; the test looks
 * for them in a folder {@code shared} beside the project or above it.
 */
class PackagesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String IMPORT =
      "/api/metadata?importStrategy=CREATE_AND_UPDATE&atomicMode=ALL";

  /** What the server says itself, whatever a package says. */
  private static final Set<String> SERVER_SET =
      Set.of(
          "lastUpdated",
          "lastUpdatedBy",
          "created",
          "createdBy",
          "lastLogin",
          "user",
          "href",
          "access");

  /** What is computed from the rest of an object, and so is no part of what is exported. */
  private static final Set<String> COMPUTED =
      Set.of(
          "dashboards.dashboardItems.type",
          "dashboards.dashboardItems.contentCount",
          "dashboards.dashboardItems.interpretationCount",
          "dashboards.dashboardItems.interpretationLikeCount",
          "maps.mapViews.columns",
          "maps.mapViews.rows",
          "maps.mapViews.filters",
          "maps.mapViews.parentGraphMap",
          "maps.mapViews.relativePeriods",
          "maps.mapViews.periods");

  /**
   * What map layers have of tables and charts in packages, each with the value that means nothing;
   * DHIS2 does not keep it for maps.
   */
  private static final Set<String> OF_TABLES =
      Set.of(
          "colSubTotals",
          "colTotals",
          "completedOnly",
          "cumulativeValues",
          "dataElementGroupSetDimensions",
          "digitGroupSeparator",
          "hideEmptyRowItems",
          "hideEmptyRows",
          "hideLegend",
          "hideSubtitle",
          "hideTitle",
          "noSpaceBetweenColumns",
          "parentLevel",
          "percentStackedValues",
          "programIndicatorDimensions",
          "regressionType",
          "rowSubTotals",
          "rowTotals",
          "showData",
          "showDimensionLabels",
          "showHierarchy",
          "skipRounding",
          "sortOrder",
          "topLimit");

  /** What DHIS2 has had in versions before 2.42 and has no more; packages still speak of it. */
  private static final Set<String> GONE =
      Set.of("external", "confidential", "favorite", "favorites", "subscribers");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lmis_stk", "hiv_agg", "tb_cs"})
  void aPackageGoesInAndComesBack(String name) throws Exception {
    Path shared =
        shared()
            .orElseGet(() -> {
              assumeTrue(
                  false, "skipped: there is no folder shared with packages beside this project");
              return Path.of("");
            });
    make(shared, name);
    JsonNode units = read("units.json");
    JsonNode pack = read("package.json");
    JsonNode asGiven = read("package.json");
    try (TestServer server = TestServer.fresh()) {
      TestClient admin = server.admin();
      imported(admin, units);
      int objects = count(pack);
      periodsOnce(pack);
      imported(admin, asGiven).has("response.stats.total", objects);
      ObjectNode first = export(admin);
      assertThat(Difference.of(units, first, PackagesTest::aside)).isEmpty();
      assertThat(Difference.of(pack, first, PackagesTest::aside)).isEmpty();
      imported(admin, asGiven)
          .has("response.stats.created", 0)
          .has("response.stats.deleted", 0)
          .has("response.stats.ignored", 0)
          .has("response.stats.updated", objects);
      assertThat(Difference.of(first, export(admin), place -> false)).isEmpty();
    }
  }

  private static Answer imported(TestClient admin, JsonNode bundle) {
    long start = System.nanoTime();
    Answer answer = admin.post(IMPORT, bundle.toString());
    System.out.printf(
        "%d objects in %d ms%n", count(bundle), (System.nanoTime() - start) / 1_000_000);
    return answer.expect(200).has("status", "OK").has("response.status", "OK");
  }

  /** Old packages give the periods of a map layer beside an empty list of the newer kind. */
  private static void periodsOnce(JsonNode pack) {
    for (JsonNode map : pack.path("maps")) {
      for (JsonNode layer : map.path("mapViews")) {
        if (layer.path("rawPeriods") instanceof ArrayNode raw && raw.isEmpty()) {
          layer.path("periods").forEach(period -> raw.add(period.path("id")));
        }
      }
    }
  }

  private static ObjectNode export(TestClient admin) {
    ObjectNode all = (ObjectNode) admin.get("/api/metadata").expect(200).json();
    all.remove("system");
    return all;
  }

  private static int count(JsonNode bundle) {
    return bundle.valueStream().filter(JsonNode::isArray).mapToInt(JsonNode::size).sum();
  }

  private static boolean aside(String place) {
    String last = place.substring(place.lastIndexOf('.') + 1);
    return place.equals("package")
        || COMPUTED.contains(place)
        || place.startsWith("maps.mapViews.") && OF_TABLES.contains(last)
        || SERVER_SET.contains(last)
        || GONE.contains(last);
  }

  /** Fills the placeholders of a package as an installer would. */
  private void make(Path shared, String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    "python3",
                    shared.resolve("country/country.py").toString(),
                    "make",
                    shared.resolve("packages").resolve(name + ".json").toString(),
                    folder.toString(),
                    "--facilities",
                    "200",
                    "--months",
                    "1",
                    "--max-values",
                    "1"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Reads a bundle, without the types that it has no objects of. */
  private ObjectNode read(String file) {
    ObjectNode bundle = (ObjectNode) JSON.readTree(folder.resolve(file).toFile());
    bundle.removeIf(JsonNode::isEmpty);
    return bundle;
  }

  private static Optional<Path> shared() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path shared = at.resolve("shared");
      if (Files.isDirectory(shared.resolve("packages"))
          && Files.isDirectory(shared.resolve("country"))) {
        return Optional.of(shared);
      }
    }
    return Optional.empty();
  }
}
