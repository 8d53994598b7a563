package org.kituo.analytics.columns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Aggregation;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.FactTable;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Measure.Condition;
import org.kituo.analytics.engine.Measure.Reading;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;

/** Random facts and questions about them; the same from the same seed. */
final class Chance {
  static final int SUBJECTS = 3;
  private static final int PERIODS = 5;
  private static final int COCS = 3;
  private static final int AOCS = 2;
  private static final String[] WHOLE = {"0", "1", "-7", "12", "300", "70000"};
  private static final String[] FRACTIONS = {"0", "1", "4.5", "-0.1", "0.3", "1234567890123"};
  private static final String[] TEXTS = {
    "0", "1", "2.5", "1.50", "007", "true", "false", "late", "", "1e2", "-0", "NaN", "é", "5."
  };
  private static final double[] WEIGHTS = {1, 1, 0.5, 31 / 365.0};

  private final Random random;
  private final int units;

  /**
   * @param units how many units there are
   */
  Chance(long seed, int units) {
    this.random = new Random(seed);
    this.units = units;
  }

  /** Adds random figures, some of them deletions. */
  void add(FactTable table, int figures) {
    Set<List<Integer>> keys = new HashSet<>();
    for (int i = 0; i < figures; i++) {
      int subject = 1 + random.nextInt(SUBJECTS);
      int period = 20 + random.nextInt(PERIODS);
      int unit = 1 + random.nextInt(units);
      int coc = 1 + random.nextInt(COCS);
      int aoc = 1 + random.nextInt(AOCS);
      if (keys.add(List.of(subject, period, unit, coc, aoc))) {
        table.with(subject, period, unit, coc, aoc, value(subject));
      }
    }
  }

  private @Nullable String value(int subject) {
    String[] values = subject == 1 ? WHOLE : subject == 2 ? FRACTIONS : TEXTS;
    return random.nextInt(6) == 0 ? null : values[random.nextInt(values.length)];
  }

  Measure measure() {
    Reading reading = one(Reading.values());
    Across across = one(Across.values());
    InSeries inSeries = one(InSeries.values());
    if (reading == Reading.TEXT) {
      across = one(new Across[] {Across.ANY, Across.COUNT, Across.FIRST, Across.LAST});
      inSeries = one(new InSeries[] {InSeries.NONE, InSeries.LAST, InSeries.FIRST});
    } else if (inSeries == InSeries.UNIT_MIN || inSeries == InSeries.UNIT_MAX) {
      across = one(new Across[] {Across.SUM, Across.MEAN, Across.COUNT, Across.MIN, Across.MAX});
    }
    Condition condition =
        random.nextInt(3) == 0
            ? period -> (unit, combo, number) -> (period + unit + combo) % 2 == 0 || number > 1
            : Condition.ALWAYS;
    return new Measure(
        1 + random.nextInt(SUBJECTS),
        new Aggregation(inSeries, across),
        reading,
        reading == Reading.TEXT || random.nextBoolean(),
        condition);
  }

  List<Window> windows() {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> window()).toList();
  }

  private Window window() {
    List<Integer> periods = new ArrayList<>(IntStream.range(19, 20 + PERIODS).boxed().toList());
    Collections.shuffle(periods, random);
    return new Window(
        periods.subList(0, 1 + random.nextInt(periods.size())).stream()
            .map(period -> new Span(period, WEIGHTS[random.nextInt(WEIGHTS.length)]))
            .toList());
  }

  List<Axis> axes() {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> axis()).toList();
  }

  private Axis axis() {
    int size = random.nextInt(5) == 0 ? 50_000 : 1 + random.nextInt(4);
    List<Layer> layers = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      layers.add(layer(size));
    }
    return new Axis(size, layers);
  }

  private Layer layer(int size) {
    Source source = one(Source.values());
    int most = source == Source.ORG_UNIT ? units : COCS;
    int[] keys =
        random.nextInt(3) == 0
            ? new int[] {1 + random.nextInt(most)}
            : IntStream.rangeClosed(1, most).filter(key -> random.nextInt(4) > 0).toArray();
    return new Layer(
        source,
        Items.of(keys, IntStream.range(0, keys.length).map(i -> random.nextInt(size)).toArray()));
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
