package org.kituo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.demo.payload.Uid;
import tools.jackson.databind.JsonNode;

/** The metadata keeps the rules of the Web API: identifiers, uniqueness, lengths, references. */
class MetadataTest {
  private static final Pattern UID = Pattern.compile("[A-Za-z][A-Za-z0-9]{10}");
  private static final Pattern UID_IN_EXPRESSION =
      Pattern.compile("[A-Za-z][A-Za-z0-9]{10}(?=[.}])");
  private static final Set<String> BUILT_IN =
      Set.of(Uid.DEFAULT_CATEGORY_COMBO, Uid.DEFAULT_OPTION_COMBO, Uid.ADMIN);
  private static final Pattern KEYWORD =
      Pattern.compile("USER_ORGUNIT(_CHILDREN)?|(LAST|THIS|MONTHS)_[A-Z0-9_]+|LEVEL-[234]");

  @TempDir static Path folder;
  static Generated country;

  @BeforeAll
  static void generate() throws IOException {
    country = Generated.into(folder, "--facilities", "150", "--months", "3");
  }

  @Test
  void identifiersAreValidAndUnique() {
    Map<String, String> seen = new HashMap<>();
    eachObject((type, object) -> {
      String id = object.path("id").asString();
      assertThat(id).as(type).matches(UID);
      assertThat(seen.put(id, type)).as("%s of %s", id, type).isNull();
    });
    for (String part : List.of("legends", "mapViews", "dashboardItems")) {
      eachObject((type, object) ->
          object
              .path(part)
              .forEach(p -> assertThat(seen.put(p.path("id").asString(), part)).isNull()));
    }
  }

  @Test
  void namesAndCodesAreUniqueInEachType() {
    for (String property : List.of("name", "code", "shortName", "username")) {
      Set<String> seen = new HashSet<>();
      eachObject((type, object) -> {
        boolean scopedToDataSet = type.equals("sections") && property.equals("name");
        if (object.has(property) && !scopedToDataSet) {
          String key = type + " " + object.path(property).asString();
          assertThat(seen.add(key)).as("twice: %s", key).isTrue();
        }
      });
    }
  }

  @Test
  void passwordsKeepTheRules() {
    int withPassword = 0;
    for (JsonNode user : country.all("users")) {
      if (user.has("password")) {
        withPassword++;
        assertThat(user.path("password").asString())
            .hasSizeBetween(8, 72)
            .matches("(?=.*[A-Z])(?=.*[a-z])(?=.*\\d)(?=.*[^A-Za-z0-9]).*")
            .doesNotContainIgnoringCase(user.path("username").asString());
      }
    }
    assertThat(withPassword).isEqualTo(3);
  }

  @Test
  void textsFit() {
    eachObject((type, object) -> {
      assertThat(object.path("shortName").asString("").length()).isLessThanOrEqualTo(50);
      assertThat(object.path("code").asString("").length()).isLessThanOrEqualTo(50);
      assertThat(object.path("name").asString("").length()).isLessThanOrEqualTo(230);
      assertThat(object.path("description").asString("").length()).isLessThanOrEqualTo(255);
    });
  }

  @Test
  void everyReferenceResolves() {
    Set<String> known = new HashSet<>(BUILT_IN);
    eachObject((type, object) -> known.add(object.path("id").asString()));
    List<String> lost = new ArrayList<>();
    eachObject((type, object) -> references(object, known, type, lost));
    assertThat(lost).isEmpty();
  }

  private static void references(
      JsonNode node, Set<String> known, String where, List<String> lost) {
    boolean reference = node.isObject() && node.size() == 1 && node.has("id");
    if (reference) {
      String id = node.path("id").asString();
      String uid = id.startsWith("LEVEL-") && id.length() > 7 ? id.substring(6) : id;
      if (!known.contains(uid) && !KEYWORD.matcher(id).matches()) {
        lost.add(where + " -> " + id);
      }
    }
    node.properties().forEach(p -> references(p.getValue(), known, where + "." + p.getKey(), lost));
    if (node.isArray()) {
      node.forEach(n -> references(n, known, where, lost));
    }
  }

  @Test
  void expressionsNameWhatExists() {
    Set<String> known = new HashSet<>(country.byId("dataElements").keySet());
    known.addAll(country.byId("categoryOptionCombos").keySet());
    known.addAll(country.byId("organisationUnitGroups").keySet());
    List<String> expressions = new ArrayList<>();
    for (JsonNode i : country.all("indicators")) {
      expressions.add(i.path("numerator").asString());
      expressions.add(i.path("denominator").asString());
    }
    for (JsonNode r : country.all("validationRules")) {
      expressions.add(r.path("leftSide").path("expression").asString());
      expressions.add(r.path("rightSide").path("expression").asString());
    }
    assertThat(expressions).hasSizeGreaterThan(60);
    for (String expression : expressions) {
      Matcher uids = UID_IN_EXPRESSION.matcher(expression);
      assertThat(uids.find()).as(expression).isTrue();
      uids.reset().results().forEach(m -> assertThat(known).contains(m.group()));
    }
  }

  @Test
  void optionCombosAreAllTheCombinationsOfOptions() {
    Map<String, JsonNode> categories = country.byId("categories");
    for (JsonNode combo : country.all("categoryCombos")) {
      int product = 1;
      for (JsonNode category : combo.path("categories")) {
        product *=
            Generated.in(categories, category.path("id").asString()).path("categoryOptions").size();
      }
      Set<Set<String>> distinct = new HashSet<>();
      for (JsonNode option : country.all("categoryOptionCombos")) {
        if (option.path("categoryCombo").path("id").equals(combo.path("id"))) {
          Set<String> options = new HashSet<>();
          option.path("categoryOptions").forEach(o -> options.add(o.path("id").asString()));
          distinct.add(options);
        }
      }
      assertThat(distinct).as(combo.path("name").asString()).hasSize(product);
    }
  }

  @Test
  void everyElementIsInOneSectionOfOneDataSet() {
    Set<String> inSections = new HashSet<>();
    for (JsonNode section : country.all("sections")) {
      JsonNode dataSet =
          Generated.in(country.byId("dataSets"), section.path("dataSet").path("id").asString());
      Set<String> inDataSet = new HashSet<>();
      dataSet
          .path("dataSetElements")
          .forEach(e -> inDataSet.add(e.path("dataElement").path("id").asString()));
      for (JsonNode element : section.path("dataElements")) {
        assertThat(inSections.add(element.path("id").asString())).isTrue();
        assertThat(inDataSet).contains(element.path("id").asString());
      }
    }
    assertThat(inSections).isEqualTo(country.byId("dataElements").keySet());
  }

  @Test
  void everyFacilityIsInOneGroupOfEachSet() {
    Map<String, JsonNode> groups = country.byId("organisationUnitGroups");
    for (JsonNode set : country.all("organisationUnitGroupSets")) {
      List<String> members = new ArrayList<>();
      for (JsonNode group : set.path("organisationUnitGroups")) {
        Generated.in(groups, group.path("id").asString())
            .path("organisationUnits")
            .forEach(u -> members.add(u.path("id").asString()));
      }
      assertThat(members).hasSize(150).doesNotHaveDuplicates();
    }
  }

  @Test
  void dashboardItemsLieOnTheGridWithoutOverlap() {
    for (JsonNode board : country.all("dashboards")) {
      Set<String> taken = new HashSet<>();
      for (JsonNode item : board.path("dashboardItems")) {
        int right = item.path("x").asInt() + item.path("width").asInt();
        int bottom = item.path("y").asInt() + item.path("height").asInt();
        assertThat(right).isLessThanOrEqualTo(60);
        for (int x = item.path("x").asInt(); x < right; x++) {
          for (int y = item.path("y").asInt(); y < bottom; y++) {
            assertThat(taken.add(x + "," + y)).as("overlap at %s,%s", x, y).isTrue();
          }
        }
      }
    }
  }

  private static void eachObject(BiConsumer<String, JsonNode> check) {
    country.metadata().forEach((type, objects) -> objects.forEach(o -> check.accept(type, o)));
  }
}
