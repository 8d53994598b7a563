package org.kituo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.demo.payload.Uid;
import tools.jackson.databind.JsonNode;

/** The data values are such that a server takes every one of them. */
class ValuesTest {
  private static final Map<String, String> PERIODS =
      Map.of(
          "Weekly", "\\d{4}W([1-9]|[1-4]\\d|5[0-3])",
          "Monthly", "\\d{4}(0[1-9]|1[0-2])",
          "Quarterly", "\\d{4}Q[1-4]",
          "Yearly", "\\d{4}");

  @TempDir static Path folder;
  static Generated country;
  static Path planted;

  @BeforeAll
  static void generate() throws IOException {
    planted = folder.resolve("planted.csv");
    country =
        Generated.into(
            folder.resolve("country"),
            "--facilities",
            "120",
            "--months",
            "15",
            "--planted",
            planted.toString());
  }

  @Test
  void eachBatchHasAtMost50000ValuesOfOneDataSet() throws IOException {
    for (JsonNode batch : country.batches()) {
      assertThat(batch.path("dataValues").size()).isBetween(1, 50_000);
      assertThat(country.byId("dataSets")).containsKey(batch.path("dataSet").asString());
    }
  }

  @Test
  void everyValueFitsItsDataSet() throws IOException {
    Map<String, JsonNode> elements = country.byId("dataElements");
    Map<String, Set<String>> combos = combosByCategoryCombo();
    for (JsonNode batch : country.batches()) {
      JsonNode dataSet = Generated.in(country.byId("dataSets"), batch.path("dataSet").asString());
      Set<String> units = ids(dataSet.path("organisationUnits"));
      Set<String> inDataSet = new HashSet<>();
      for (JsonNode e : dataSet.path("dataSetElements")) {
        inDataSet.add(e.path("dataElement").path("id").asString());
      }
      for (JsonNode value : batch.path("dataValues")) {
        String element = value.path("dataElement").asString();
        assertThat(inDataSet).contains(element);
        assertThat(units).contains(value.path("orgUnit").asString());
        assertThat(value.path("period").asString())
            .matches(PERIODS.getOrDefault(dataSet.path("periodType").asString(), ""));
        String categoryCombo =
            Generated.in(elements, element).path("categoryCombo").path("id").asString();
        assertThat(combos.get(categoryCombo))
            .contains(value.path("categoryOptionCombo").asString());
        String type = Generated.in(elements, element).path("valueType").asString();
        assertThat(value.path("value").asString())
            .matches(type.equals("TRUE_ONLY") ? "true" : "0|[1-9]\\d{0,8}");
      }
    }
  }

  @Test
  void noCellIsFilledTwiceAndNoGreyedFieldAtAll() throws IOException {
    Set<String> greyed = new HashSet<>();
    for (JsonNode section : country.all("sections")) {
      for (JsonNode field : section.path("greyedFields")) {
        greyed.add(
            field.path("dataElement").path("id").asString()
                + field.path("categoryOptionCombo").path("id").asString());
      }
    }
    assertThat(greyed).isNotEmpty();
    Set<String> cells = new HashSet<>();
    for (JsonNode batch : country.batches()) {
      for (JsonNode value : batch.path("dataValues")) {
        assertThat(cells.add(cell(value))).as(cell(value)).isTrue();
        assertThat(greyed)
            .doesNotContain(
                value.path("dataElement").asString()
                    + value.path("categoryOptionCombo").asString());
      }
    }
  }

  @Test
  void facilitiesReportOnlyWhileTheyAreOpen() throws IOException {
    Map<String, JsonNode> units = country.byId("organisationUnits");
    int openedLately = 0;
    for (JsonNode unit : units.values()) {
      openedLately += unit.path("openingDate").asString().startsWith("1990") ? 0 : 1;
    }
    assertThat(openedLately).isPositive();
    for (JsonNode batch : country.batches()) {
      for (JsonNode value : batch.path("dataValues")) {
        JsonNode unit = Generated.in(units, value.path("orgUnit").asString());
        String period = value.path("period").asString();
        if (period.matches("\\d{6}")) {
          String month = period.substring(0, 4) + "-" + period.substring(4);
          assertThat(month)
              .isGreaterThanOrEqualTo(unit.path("openingDate").asString("").substring(0, 7));
          assertThat(month).isLessThanOrEqualTo(unit.path("closedDate").asString("9999-12"));
        }
      }
    }
  }

  @Test
  void plantedErrorsAreInTheValues() throws IOException {
    Map<String, String> values = new HashMap<>();
    for (JsonNode batch : country.batches()) {
      batch.path("dataValues").forEach(v -> values.put(cell(v), v.path("value").asString()));
    }
    List<String> lines = Files.readAllLines(planted);
    assertThat(lines).hasSizeGreaterThan(1);
    for (String line : lines.subList(1, lines.size())) {
      List<String> f = List.of(line.split(",", -1));
      String cell = String.join(" ", f.get(2), f.get(4), f.get(5), f.get(6));
      assertThat(values).containsEntry(cell, f.get(9));
      assertThat(f.get(9)).isNotEqualTo(f.get(8));
    }
  }

  @Test
  void theSameArgumentsGiveTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    Generated.into(again, "--facilities", "120", "--months", "15", "--seed", "1");
    Path other = folder.resolve("other");
    Generated.into(other, "--facilities", "120", "--months", "15", "--seed", "2");
    List<Path> files = new ArrayList<>(Generated.files(country.folder().resolve("values")));
    files.addAll(Generated.files(country.folder().resolve("metadata")));
    for (Path file : files) {
      Path relative = country.folder().relativize(file);
      assertThat(again.resolve(relative)).hasSameBinaryContentAs(file);
    }
    assertThat(Files.readString(other.resolve("values/00001.json")))
        .isNotEqualTo(Files.readString(again.resolve("values/00001.json")));
  }

  private static String cell(JsonNode value) {
    return String.join(
        " ",
        value.path("dataElement").asString(),
        value.path("categoryOptionCombo").asString(),
        value.path("period").asString(),
        value.path("orgUnit").asString());
  }

  private static Map<String, Set<String>> combosByCategoryCombo() {
    Map<String, Set<String>> combos = new HashMap<>();
    combos.put(Uid.DEFAULT_CATEGORY_COMBO, Set.of(Uid.DEFAULT_OPTION_COMBO));
    for (JsonNode combo : country.all("categoryOptionCombos")) {
      combos
          .computeIfAbsent(combo.path("categoryCombo").path("id").asString(), k -> new HashSet<>())
          .add(combo.path("id").asString());
    }
    return combos;
  }

  private static Set<String> ids(JsonNode references) {
    Set<String> ids = new HashSet<>();
    references.forEach(r -> ids.add(r.path("id").asString()));
    return ids;
  }
}
