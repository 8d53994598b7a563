package org.kituo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kituo.bench.Client.Answer;
import org.kituo.bench.Measurement.Unit;
import tools.jackson.databind.JsonNode;

/** What administrators do in a large system: lists, trees, references, groups and roles. */
final class ScaleSuite {
  private static final double MOST_SECONDS = 1;
  private static final int MEMBERS = 80_000;
  private static final String GROUP = "BenchGroup1";
  private static final String ROLE = "BenchRole01";

  private final Client client;
  private final Country country;
  private final List<Measurement> measured = new ArrayList<>();

  ScaleSuite(Client client) {
    this.client = client;
    this.country = Country.in(client);
  }

  List<Measurement> run() {
    lists();
    tree();
    members();
    Answer export = client.get("/api/metadata");
    measured.add(
        Measurement.of(
            "export of all metadata, %d MB".formatted(export.body().length >> 20),
            export.seconds(),
            Unit.SECONDS));
    return measured;
  }

  private void lists() {
    JsonNode pager = client.get("/api/organisationUnits?fields=id&pageSize=1").json().path("pager");
    time(
        "organisationUnits?fields=id,name,path&paging=false, %,d units"
            .formatted(pager.path("total").asInt()),
        "organisationUnits?fields=id,name,path&paging=false");
    time("first page of units", "organisationUnits?fields=id,displayName");
    time(
        "last page of units",
        "organisationUnits?page=%d".formatted(pager.path("total").asInt() / 50));
    time("units by a word", "organisationUnits?query=clinic&fields=id,displayName,path");
    time("units by name", "organisationUnits?filter=name:ilike:hospital&order=name:desc");
    time("first page of users", "users?fields=id,displayName,username,userRoles[id,name]");
    time("users by a word", "users?query=clerk");
    time("users of a unit", "users?ou=" + country.region() + "&includeChildren=true");
  }

  private void tree() {
    time(
        "the root and its children",
        unit(country.root(), "id,children[id,displayName,children~size]"));
    time(
        "units of a level", "organisationUnits?filter=level:eq:3&paging=false&fields=id,name,path");
    time(
        "units below a region",
        "organisationUnits/" + country.region() + "?includeDescendants=true&fields=id,name");
    time("the users of the root", unit(country.root(), "id,users[id,name]"));
    time(
        "a facility with its ancestors",
        unit(country.facility(), "id,ancestors[id,name],dataSets[id,name]"));
    time(
        "the data sets of a facility with their elements",
        unit(country.facility(), "dataSets[id,name,dataSetElements[dataElement[id,name]]]"));
  }

  private static String unit(String id, String fields) {
    return "organisationUnits/" + id + "?fields=" + fields.replace("[", "%5B").replace("]", "%5D");
  }

  private void members() {
    List<Map<String, String>> users = new ArrayList<>();
    client
        .get("/api/users?paging=false&fields=id")
        .json()
        .path("users")
        .forEach(user -> users.add(Map.of("id", user.path("id").asString())));
    List<Map<String, String>> members = users.subList(0, Math.min(MEMBERS, users.size()));
    String size = " with %,d members".formatted(members.size());
    client.post("/api/userRoles", Map.of("id", ROLE, "name", ROLE));
    time(
        "a group made" + size,
        client.post("/api/userGroups", Map.of("id", GROUP, "name", GROUP, "users", members)));
    time("the members of a group", "userGroups/" + GROUP + "?fields=users%5Bid,name%5D");
    time("a group renamed" + size, rename("userGroups", GROUP));
    Map<String, String> last = users.getLast();
    time(
        "a member added to a group" + size,
        client.post("/api/userGroups/" + GROUP + "/users/" + last.get("id"), Map.of()));
    time(
        "a role given to all" + size,
        client.post("/api/userRoles/" + ROLE + "/users", Map.of("additions", members)));
    time("a role renamed" + size, rename("userRoles", ROLE));
    time("the members of a role", "userRoles/" + ROLE + "?fields=id,users%5Bid,name%5D");
  }

  private Answer rename(String plural, String id) {
    return client.patch(
        "/api/" + plural + "/" + id,
        List.of(Map.of("op", "replace", "path", "/name", "value", "Renamed " + id)));
  }

  private void time(String what, String query) {
    time(what, client.get("/api/" + query));
  }

  private void time(String what, Answer answer) {
    measured.add(Measurement.atMost(what, answer.seconds(), Unit.SECONDS, MOST_SECONDS));
  }
}
