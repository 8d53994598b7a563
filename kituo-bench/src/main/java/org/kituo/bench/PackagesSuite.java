package org.kituo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kituo.bench.Measurement.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small hierarchy and metadata packages as published, imported into an empty server as an
 * installer does it: first the units and levels, then each package with its placeholders filled.
 */
final class PackagesSuite {
  static final String IMPORT = "/api/metadata?importStrategy=CREATE_AND_UPDATE&atomicMode=ALL";
  private static final int REGIONS = 3;
  private static final int DISTRICTS = 23;
  private static final int FACILITIES = 201;
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int LONGEST_SHORT_NAME = 50;

  private final Client client;
  private final Optional<Path> packages;
  private final List<Measurement> measured = new ArrayList<>();

  PackagesSuite(Client client, Optional<Path> packages) {
    this.client = client;
    this.packages = packages;
  }

  List<Measurement> run() {
    double units = client.post(IMPORT, hierarchy()).seconds();
    measured.add(Measurement.atMost("228 units and 4 levels imported", units, Unit.SECONDS, 0.2));
    packages.ifPresent(this::importAll);
    measured.add(
        Measurement.atMost(
            "request with Basic authentication, after the first",
            authenticated(client) * 1e3,
            Unit.MILLISECONDS,
            2));
    return measured;
  }

  private void importAll(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        List<String> levels = List.of(uid("L", 1), uid("L", 2), uid("L", 3), uid("L", 4));
        byte[] body = Client.JSON.writeValueAsBytes(prepared(file, levels, uid("C", 0)));
        String name =
            "package %s, %.1f MB, ".formatted(file.getFileName(), body.length / (double) (1 << 20));
        measured.add(
            Measurement.atMost(
                name + "imported", client.post(IMPORT, body).seconds(), Unit.SECONDS, 1));
        measured.add(
            Measurement.atMost(
                name + "imported again", client.post(IMPORT, body).seconds(), Unit.SECONDS, 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A package with a hierarchy in its placeholders, and without what DHIS2 2.44 refuses: in
   * packages made for earlier versions long descriptions and missing short names, and in packages
   * that come together the names of legend sets, of which two packages have the same.
   *
   * @param levels the identifiers of the four levels
   * @param root the unit at the top
   */
  static JsonNode prepared(Path file, List<String> levels, String root) throws IOException {
    String text =
        Files.readString(file, UTF_8)
            .replace("<OU_LEVEL_REGION_UID>", levels.get(1))
            .replace("<OU_LEVEL_DISTRICT_UID>", levels.get(2))
            .replace("<OU_LEVEL_FACILITY_UID>", levels.get(3))
            .replace("<OU_ROOT_UID>", root);
    JsonNode content = Client.JSON.readTree(text);
    for (JsonNode element : content.path("dataElements")) {
      String description = element.path("description").asString("");
      if (description.length() > LONGEST_DESCRIPTION) {
        ((ObjectNode) element).put("description", description.substring(0, LONGEST_DESCRIPTION));
      }
    }
    for (JsonNode set : content.path("legendSets")) {
      ((ObjectNode) set)
          .put("name", set.path("name").asString() + " of " + file.getFileName().toString());
    }
    for (JsonNode type : content.path("trackedEntityTypes")) {
      String name = type.path("name").asString("");
      if (!type.has("shortName")) {
        ((ObjectNode) type)
            .put("shortName", name.substring(0, Math.min(name.length(), LONGEST_SHORT_NAME)));
      }
    }
    return content;
  }

  private static Map<String, Object> hierarchy() {
    List<Map<String, Object>> units = new ArrayList<>();
    units.add(unit("C", 0, "Country", Optional.empty()));
    Consumer<Integer> region = i -> units.add(unit("R", i, "Region", Optional.of(uid("C", 0))));
    repeat(REGIONS, region);
    repeat(DISTRICTS, i -> units.add(unit("D", i, "District", Optional.of(uid("R", i % REGIONS)))));
    repeat(
        FACILITIES, i -> units.add(unit("F", i, "Facility", Optional.of(uid("D", i % DISTRICTS)))));
    List<Map<String, Object>> levels = new ArrayList<>();
    List<String> names = List.of("Country", "Region", "District", "Facility");
    repeat(
        names.size(),
        i -> levels.add(Map.of("id", uid("L", i + 1), "level", i + 1, "name", names.get(i))));
    return Map.of("organisationUnits", units, "organisationUnitLevels", levels);
  }

  private static void repeat(int times, Consumer<Integer> action) {
    for (int i = 0; i < times; i++) {
      action.accept(i);
    }
  }

  private static Map<String, Object> unit(
      String kind, int number, String name, Optional<String> parent) {
    Map<String, Object> unit = new java.util.LinkedHashMap<>();
    unit.put("id", uid(kind, number));
    unit.put("name", name + " " + number);
    unit.put("shortName", name + " " + number);
    unit.put("openingDate", "1990-01-01T00:00:00.000");
    parent.ifPresent(id -> unit.put("parent", Map.of("id", id)));
    return unit;
  }

  private static String uid(String kind, int number) {
    return "B" + kind + "%09d".formatted(number);
  }

  /** The usual time of a request with a password and no session, in seconds. */
  static double authenticated(Client client) {
    List<Double> seconds = new ArrayList<>();
    // The version is named, as the client would else ask for another with each request.
    try (HttpClient sessionless =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < 1000; i++) {
        seconds.add(client.getWithPassword("/api/me?fields=id", sessionless).seconds());
      }
    }
    return Percentile.median(seconds);
  }
}
