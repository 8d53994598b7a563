package org.kituo.analytics.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.data.Offset;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Cells;
import org.kituo.analytics.engine.FactTable;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.NaiveEngine;
import org.kituo.analytics.engine.Window;

/**
 * Random histories of figures through the real writer and feed, with restarts, merges and rebuilds
 * between, and random questions: the answers must be those of the naive engine.
 */
class ColumnEnginePropertyTest {
  private static final FactTable TABLE = new FactTable();
  private static final int QUESTIONS = 60;

  @AfterContainer
  static void close() {
    TABLE.close();
  }

  @Property(tries = 20)
  void answersAsTheNaiveEngine(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int size,
      @ForAll @IntRange(min = 1, max = 5) int batches)
      throws IOException, SQLException {
    TABLE.clear();
    int units = (int) Math.pow(8, size + 1);
    Chance chance = new Chance(seed, units);
    Path folder = Files.createTempDirectory("kituo-test-");
    ColumnEngine engine = open(folder);
    try {
      for (int batch = 0; batch < batches; batch++) {
        chance.add(TABLE, batch == 0 ? units * 4 : 1 + units / 4);
        TABLE.write();
        switch ((int) Math.floorMod(seed + batch, 4L)) {
          case 0 -> {
            engine.close();
            engine = open(folder);
          }
          case 1 -> engine.merge();
          case 2 -> engine.rebuild();
          default -> engine.caughtUp(Duration.ofSeconds(60));
        }
      }
      Facts expected = new NaiveEngine(TABLE.feed()).facts();
      compare(engine.caughtUp(Duration.ofSeconds(60)), expected, chance);
    } finally {
      engine.close();
    }
  }

  private static ColumnEngine open(Path folder) {
    return ColumnEngine.start(folder, List.of(FactSource.figures(TABLE.feed())), TABLE.signal());
  }

  private static void compare(Facts facts, Facts expected, Chance chance) {
    for (int subject = 1; subject <= Chance.SUBJECTS; subject++) {
      assertThat(facts.periods(subject)).isEqualTo(expected.periods(subject));
    }
    for (int i = 0; i < QUESTIONS; i++) {
      Measure measure = chance.measure();
      List<Window> windows = chance.windows();
      List<Axis> axes = chance.axes();
      List<Cells> found = facts.aggregate(measure, windows, axes);
      List<Cells> wanted = expected.aggregate(measure, windows, axes);
      for (int window = 0; window < windows.size(); window++) {
        compare(found.get(window), wanted.get(window), measure);
      }
      assertThat(scanned(facts, measure, windows.getFirst(), axes))
          .isEqualTo(scanned(expected, measure, windows.getFirst(), axes));
    }
  }

  private static void compare(Cells found, Cells wanted, Measure measure) {
    assertThat(found.count()).as("cells of %s", measure).isEqualTo(wanted.count());
    for (int i = 0; i < wanted.count(); i++) {
      assertThat(found.place(i)).isEqualTo(wanted.place(i));
      assertThat(found.text(i)).isEqualTo(wanted.text(i));
      double number = wanted.number(i);
      if (Double.isNaN(number)) {
        assertThat(found.number(i)).isNaN();
      } else {
        assertThat(found.number(i))
            .as("%s", measure)
            .isCloseTo(number, Offset.offset(Math.abs(number) * 1e-14 + roundedAway(measure)));
        assertThat(found.numberAt(wanted.place(i))).isEqualTo(found.number(i));
      }
    }
  }

  /** Differences of squares lose digits, in proportion to the squares of the subject's values. */
  private static double roundedAway(Measure measure) {
    return switch (measure.aggregation().across()) {
      case VARIANCE, STDDEV -> measure.subject() == 2 ? 1e-3 : 1e-9;
      default -> 0;
    };
  }

  private static List<String> scanned(
      Facts facts, Measure measure, Window window, List<Axis> axes) {
    List<String> scanned = new ArrayList<>();
    facts.scan(
        measure,
        window,
        axes,
        (cell, period, unit, coc, aoc, number, text) ->
            scanned.add(
                String.join(
                    " ",
                    Long.toString(cell),
                    Integer.toString(period),
                    unit + "/" + coc + "/" + aoc,
                    Double.toString(number + 0.0),
                    String.valueOf(text))));
    Collections.sort(scanned);
    return scanned;
  }
}
