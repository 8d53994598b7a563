package org.kituo.server.datavalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.kituo.server.Answer;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** Undoing imports, on the server and in a small model: a map from period to value. */
class ImportUndoTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();
  private static final SmallForm form = SmallForm.on(admin);
  private static final int FIRST_YEAR = 2000;
  private static final int PERIODS = 4;
  private static int tries;

  /** An import as the model sees it: what it found and what it left. */
  private record Done(String uid, Map<String, String> before, Map<String, String> after) {}

  private static List<String> months(int year) {
    List<String> months = new ArrayList<>();
    for (int month = 1; month <= PERIODS; month++) {
      months.add("%d%02d".formatted(year, month));
    }
    return months;
  }

  private static Map<String, String> stored(int year) {
    Map<String, String> values = new TreeMap<>();
    JsonNode found =
        admin
            .get(
                "/api/dataValueSets?dataElement=%s&orgUnit=%s&startDate=%d-01-01&endDate=%d-12-31"
                    .formatted(form.element(), form.unit(), year, year))
            .expect(200)
            .json();
    found
        .path("dataValues")
        .forEach(v -> values.put(v.path("period").asString(), v.path("value").asString()));
    return values;
  }

  /** Imports values, {@code -} for a deletion. */
  private static Answer send(Map<String, String> values) {
    List<String> rows = new ArrayList<>();
    values.forEach((period, value) ->
        rows.add(
            form.cell(
                period, ", 'value': '%s', 'deleted': %s".formatted(value, value.equals("-")))));
    return admin
        .post("/api/dataValueSets", "{'dataValues': [" + String.join(",", rows) + "]}")
        .expect(200);
  }

  private static Map<String, String> some(List<String> months, Random random) {
    Map<String, String> values = new TreeMap<>();
    for (String month : months) {
      if (random.nextBoolean()) {
        values.put(month, random.nextInt(4) == 0 ? "-" : "" + random.nextInt(3));
      }
    }
    return values;
  }

  /** What the values of an import are after an undo of it, by the rules that the guide states. */
  private static Map<String, String> undone(
      Done done, Map<String, String> now, boolean force, List<String> months) {
    Map<String, String> expected = new TreeMap<>(now);
    for (String month : months) {
      String before = done.before().get(month);
      String after = done.after().get(month);
      boolean touched = !java.util.Objects.equals(before, after);
      if (touched && (force || java.util.Objects.equals(now.get(month), after))) {
        if (before == null) {
          expected.remove(month);
        } else {
          expected.put(month, before);
        }
      }
    }
    return expected;
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void restoresWhatNobodyChangedSince(@ForAll Random random, @ForAll boolean force) {
    int year = FIRST_YEAR + tries++ % 20;
    List<String> months = months(year);
    List<Done> imports = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, String> values = some(months, random);
      if (!values.isEmpty()) {
        Map<String, String> before = stored(year);
        String uid = String.valueOf(send(values).value("response.importId"));
        imports.add(new Done(uid, before, stored(year)));
      }
    }
    if (imports.isEmpty()) {
      return;
    }
    Done chosen = imports.get(random.nextInt(imports.size()));
    Map<String, String> now = stored(year);
    Answer answer =
        admin.post("/api/kituo/imports/%s/undo?force=%s".formatted(chosen.uid(), force));
    answer.expect(200);
    Map<String, String> expected = undone(chosen, now, force, months);
    assertThat(stored(year)).isEqualTo(expected);

    // An undo is an import, and undoing it leads back.
    Object undo = answer.value("response.restored.importId");
    if (undo != null) {
      admin.post("/api/kituo/imports/%s/undo".formatted(undo)).expect(200);
      assertThat(stored(year)).isEqualTo(now);
    }
  }
}
