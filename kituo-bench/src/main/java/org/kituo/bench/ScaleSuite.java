package org.kituo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kituo.bench.Client.Answer;
import org.kituo.bench.Measurement.Unit;
import org.kituo.demo.people.People;
import tools.jackson.databind.JsonNode;

/**
 * What administrators do in a large system: lists, trees, references, changes of groups and roles,
 * imports, exports. Reading is timed three times, and the middle one counts.
 */
final class ScaleSuite {
  private static final double MOST_SECONDS = 1;
  private static final int MEMBERS = 80_000;
  private static final int TIMES = 3;
  private static final String GROUP = "BenchGroup1";
  private static final String ROLE = "BenchRole01";

  private final Client client;
  private final Optional<Path> packages;
  private final Country country;
  private final List<Measurement> measured = new ArrayList<>();

  ScaleSuite(Client client, Optional<Path> packages) {
    this.client = client;
    this.packages = packages;
    this.country = Country.in(client);
  }

  List<Measurement> run() {
    units();
    tree();
    users();
    List<String> members = ids("users?paging=false&fields=id");
    group(members.subList(0, Math.min(MEMBERS, members.size())), members.getLast());
    role(members.subList(0, Math.min(MEMBERS, members.size())), members.getLast());
    accounts();
    packages.ifPresent(this::importPackages);
    Answer export = client.get("/api/metadata");
    measured.add(
        Measurement.of(
            "export of all metadata, %d MB".formatted(export.body().length >> 20),
            export.seconds(),
            Unit.SECONDS));
    return measured;
  }

  private void units() {
    int total =
        client
            .get("/api/organisationUnits?fields=id&pageSize=1")
            .json()
            .path("pager")
            .path("total")
            .asInt();
    String all = "organisationUnits?paging=false&fields=";
    time("all %,d units, fields=id,name,path".formatted(total), all + "id,name,path");
    time(
        "all units with parent and groups",
        all + "id,name,parent[id,name],organisationUnitGroups[id,name]");
    time("first page of units", "organisationUnits?fields=id,displayName");
    time("last page of units", "organisationUnits?page=%d".formatted(total / 50));
    time("units by a word", "organisationUnits?query=clinic&fields=id,displayName,path");
    time("units by name", "organisationUnits?filter=name:ilike:hospital&order=name:desc");
    time(
        "units by code of the parent", "organisationUnits?filter=parent.code:eq:TR_D1&fields=:all");
    time(
        "units changed last",
        "organisationUnits?order=lastUpdated:desc&fields=id,name,lastUpdated");
  }

  private void tree() {
    time(
        "the root and its children",
        unit(country.root(), "id,children[id,displayName,children~size]"));
    time(
        "units of a level", "organisationUnits?filter=level:eq:3&paging=false&fields=id,name,path");
    time("units of the user", "organisationUnits?userOnly=true&fields=id,name,children[id,name]");
    time(
        "units below a region",
        "organisationUnits/" + country.region() + "?includeDescendants=true&fields=id,name");
    time(
        "units within the user's hierarchy",
        "organisationUnits?withinUserHierarchy=true&query=clinic");
    time("the users of the root", unit(country.root(), "id,users[id,name]"));
    time(
        "a facility with its ancestors",
        unit(country.facility(), "id,ancestors[id,name],dataSets[id,name]"));
    time(
        "the data sets of a facility with their elements",
        unit(country.facility(), "dataSets[id,name,dataSetElements[dataElement[id,name]]]"));
    time("facility renamed", 1, i -> rename("organisationUnits/" + country.facility(), i));
  }

  private static String unit(String id, String fields) {
    return "organisationUnits/" + id + "?fields=" + fields;
  }

  private void users() {
    time("first page of users", "users?fields=id,displayName,username,userRoles[id,name]");
    time("first page of users, all fields", "users?fields=:all");
    time("users by a word", "users?query=clerk");
    time("users of a region", "users?ou=" + country.region() + "&includeChildren=true");
    time("users of the user's units", "users?userOrgUnits=true&includeChildren=true");
    time("users of a role", "users?filter=userRoles.name:eq:Leader&fields=id,name");
  }

  private void group(List<String> members, String other) {
    String size = " with %,d members".formatted(members.size());
    String path = "/api/userGroups/" + GROUP;
    Map<String, Object> group =
        new HashMap<>(Map.of("id", GROUP, "name", GROUP, "users", refs(members)));
    time("a group made" + size, 1, i -> client.post("/api/userGroups", group));
    time("members of a group" + size, "userGroups/" + GROUP + "?fields=users[id,name]");
    time("a group" + size + " without them", "userGroups/" + GROUP + "?fields=id,name,sharing");
    time("a group renamed" + size, TIMES, i -> rename("userGroups/" + GROUP, i));
    time(
        "a member added to a group" + size,
        1,
        i -> client.post(path + "/users/" + other, Map.of()));
    time("a member taken from a group" + size, 1, i -> client.delete(path + "/users/" + other));
    time(
        "a member added by a patch to a group" + size,
        1,
        i -> patch(path, operation("add", "/users/-", Map.of("id", other))));
    group.put("description", "Replaced as a whole");
    time("a group replaced" + size, 1, i -> client.put(path, group));
  }

  private void role(List<String> members, String other) {
    String size = " with %,d users".formatted(members.size());
    String path = "/api/userRoles/" + ROLE;
    client.post("/api/userRoles", Map.of("id", ROLE, "name", ROLE));
    Answer given = client.post(path + "/users", Map.of("additions", refs(members)));
    measured.add(Measurement.of("a role given to all" + size, given.seconds(), Unit.SECONDS));
    time("a role renamed" + size, TIMES, i -> rename("userRoles/" + ROLE, i));
    time(
        "a role given to one more" + size, 1, i -> client.post(path + "/users/" + other, Map.of()));
    time("a role taken from one" + size, 1, i -> client.delete(path + "/users/" + other));
    time("the users of a role" + size, "userRoles/" + ROLE + "?fields=id,users[id,name]");
  }

  private void accounts() {
    People.Login login = People.LOGINS.getFirst();
    long began = System.nanoTime();
    try (Client nurse = Client.of(client.base(), login.username(), login.password())) {
      double seconds = (System.nanoTime() - began) / 1e9;
      measured.add(Measurement.atMost("login", seconds, Unit.SECONDS, MOST_SECONDS));
      measured.add(
          Measurement.atMost(
              "request with Basic authentication, after the first",
              PackagesSuite.authenticated(nurse) * 1e3,
              Unit.MILLISECONDS,
              2));
    }
  }

  private void importPackages(Path folder) {
    for (String id : ids("categoryOptions?paging=false&fields=id&filter=name:!eq:default")) {
      patch(
          "/api/categoryOptions/" + id,
          operation("replace", "/name", id),
          operation("replace", "/shortName", id));
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        byte[] body =
            Client.JSON.writeValueAsBytes(
                PackagesSuite.prepared(file, country.levels(), country.root()));
        time("package " + file.getFileName(), 1, i -> client.post(PackagesSuite.IMPORT, body));
        JsonNode sets = Client.JSON.readTree(body).path("dataSets");
        if (!sets.isEmpty()) {
          time(
              "its first data set with all it needs, exported",
              "dataSets/" + sets.path(0).path("id").asString() + "/metadata");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    for (JsonNode objects : client.get("/api/" + query).json()) {
      objects.forEach(object -> ids.add(object.path("id").asString()));
    }
    return ids;
  }

  private static List<Map<String, String>> refs(List<String> ids) {
    return ids.stream().map(id -> Map.of("id", id)).toList();
  }

  private Answer rename(String path, int time) {
    return patch("/api/" + path, operation("replace", "/name", "Renamed " + time));
  }

  @SafeVarargs
  private Answer patch(String path, Map<String, Object>... operations) {
    return client.patch(path, operations);
  }

  private static Map<String, Object> operation(String op, String path, Object value) {
    return Map.of("op", op, "path", path, "value", value);
  }

  private void time(String what, String query) {
    String encoded = query.replace("[", "%5B").replace("]", "%5D");
    time(what, TIMES, i -> client.get("/api/" + encoded));
  }

  private void time(String what, int times, Function<Integer, Answer> request) {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      seconds.add(request.apply(i).seconds());
    }
    measured.add(Measurement.atMost(what, Percentile.median(seconds), Unit.SECONDS, MOST_SECONDS));
  }
}
