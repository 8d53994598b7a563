package org.kituo.server.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import org.kituo.server.http.RouteTable;
import org.kituo.server.http.RouteTable.Route;

/**
 * Every route: it has a rule, asks for what the rule says, and never fails by a fault of the
 * server. The page {@code docs/routes.md} is made here: run this test with {@code
 * -Dkituo.routes.write=true} to write it anew.
 */
class RoutesTest {
  private static final TestServer server = TestServer.fresh();
  private static final List<Route> ROUTES = RouteTable.of(server.wiring().routes());
  private static final Path PAGE = Path.of("..", "docs", "routes.md");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void everyRouteHasARule() {
    assertThat(ROUTES).hasSizeGreaterThan(100);
    assertThat(ROUTES.stream().filter(r -> RouteRights.of(r.method(), r.path()).isEmpty()).toList())
        .as("routes that no rule of RouteRights names")
        .isEmpty();
  }

  @Test
  void nobodyIsAnsweredByOpenRoutesAlone() {
    TestClient nobody = server.nobody().with("X-Requested-With", "XMLHttpRequest");
    List<String> wrong = new ArrayList<>();
    for (Route route : ROUTES) {
      boolean open = RouteRights.asked(route.method(), route.path()).open();
      Answer answer = call(nobody, route, "{}");
      boolean refused = answer.status() == 401;
      if (answer.status() >= 500 || refused == open && !isLogin(route)) {
        wrong.add(answer.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoHasNoAuthorityIsRefusedWhereOneIsNeeded() {
    TestClient someone = server.userWith();
    List<String> wrong = new ArrayList<>();
    for (Route route : ROUTES) {
      Right right = RouteRights.asked(route.method(), route.path());
      boolean refused = !right.authorities().isEmpty();
      Answer answer = call(someone, route, "{}");
      boolean welcome = right.equals(Right.ACCOUNT) && route.method().equals("GET");
      if (refused && answer.status() != 403
          || welcome && answer.status() == 403
          || answer.status() >= 500
          || isUnknown(answer, route)) {
        wrong.add(answer.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noRouteFailsByAFaultOfTheServer() {
    TestClient superuser = server.userWith("ALL");
    List<String> wrong = new ArrayList<>();
    for (Route route : ROUTES) {
      for (String body : List.of("{}", "[]", "", "{'a", "[1, null, {'id': null}]")) {
        Answer answer = call(superuser, route, body);
        if (answer.status() >= 500 || isUnknown(answer, route)) {
          wrong.add(body + " to " + answer);
        }
        if (route.method().equals("GET")) {
          break;
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatNoRouteAnswersIsToldInJson() {
    TestClient admin = server.admin();
    admin.get("/api/a/b/c/d/e/f").expect(404, "E1005").has("status", "ERROR");
    Answer answer = admin.delete("/api/indicatorTypes").expect(405).has("status", "ERROR");
    assertThat(answer.header("Allow")).contains("GET").contains("POST").doesNotContain("DELETE");
    server.nobody().with("X-Requested-With", "XMLHttpRequest").get("/api/a/b/c/d/e/f").expect(401);
  }

  @Test
  void everyTypeIsRead() {
    TestClient admin = server.admin();
    List<String> wrong = new ArrayList<>();
    for (ObjectType<?> type : MetadataTypes.ALL) {
      if (!type.facts().metadata() || !type.facts().endpoint()) {
        continue;
      }
      String list = "/api/" + type.plural();
      for (String parameters :
          List.of("", "?fields=*", "?fields=:owner,access,href&order=created:desc&paging=false")) {
        Answer answer = admin.get(list + parameters);
        if (answer.status() != 200) {
          wrong.add(answer.toString());
        }
      }
      for (String id : ids(admin.get(list + "?fields=id&pageSize=2"), type)) {
        for (String property : type.properties().keySet()) {
          Answer answer = admin.get(list + "/" + id + "/" + property);
          if (answer.status() != 200 && answer.status() != 404) {
            wrong.add(answer.toString());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> ids(Answer answer, ObjectType<?> type) {
    return answer.json(type.plural() + ".id").valueStream().map(n -> n.asString("")).toList();
  }

  @Test
  void thePageOfRoutesIsCurrent() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Routes

            Every route below `/api`, with what it asks of its caller. A user with the authority `ALL` may call all of
            them. The page is made from the routes by `RoutesTest` (`-Dkituo.routes.write=true` writes it anew).

            | method | path | who may call it | what decides about that which it shows or changes |
            | --- | --- | --- | --- |
            """);
    for (Route route : ROUTES) {
      Right right = RouteRights.asked(route.method(), route.path());
      String who =
          right.open()
              ? "anyone"
              : right.authorities().isEmpty()
                  ? "users"
                  : "users with `" + String.join("` or `", right.authorities()) + "`";
      page.append(
          "| %s | `%s` | %s | %s |%n"
              .formatted(
                  route.method(), route.path().replaceAll(":[^}]*}", "}"), who, right.scope()));
    }
    if (Boolean.getBoolean("kituo.routes.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  /** Whether a user was taken for nobody. */
  private static boolean isUnknown(Answer answer, Route route) {
    return answer.status() == 401 && !isLogin(route);
  }

  /** Whether it refuses wrong passwords, which is no refusal of the route. */
  private static boolean isLogin(Route route) {
    return route.path().equals("/api/auth/login");
  }

  private static Answer call(TestClient client, Route route, String body) {
    Matcher variables = VARIABLE.matcher(route.path());
    String path = variables.replaceAll(found -> value(found.group(1)));
    return switch (route.method()) {
      case "GET" -> client.get(path);
      case "PATCH" -> client.patch(path, body);
      default -> client.send(route.method(), path, "application/json", body);
    };
  }

  private static String value(String variable) {
    return switch (variable) {
      case "type" -> "dataElementGroups";
      case "property" -> "dataElements";
      case "key" -> "keyUiLocale";
      case "part" -> "feedbackRecipients";
      case "suffix" -> ".csv";
      case "username" -> "nobody";
      case "operation" -> "cacheClear";
      default -> "NotThere001";
    };
  }
}
