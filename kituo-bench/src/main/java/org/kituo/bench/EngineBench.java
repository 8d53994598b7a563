package org.kituo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.kituo.analytics.columns.ColumnEngine;
import org.kituo.analytics.columns.FactSource;
import org.kituo.analytics.engine.Aggregation;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.store.datavalue.DataValueSink;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.FeedSignal;

/**
 * The engine of analytics alone, without a database: makes so many millions of facts (the first
 * argument, 10 if there is none) of 5,000 facilities in 60 months with two category option combos
 * each, and prints how long questions take and what a fact costs.
 */
public final class EngineBench {
  private static final int UNITS = 5_000;
  private static final int REGIONS = 10;
  private static final int MONTHS = 60;
  private static final int COMBOS = 2;
  private static final int PER_ELEMENT = UNITS * MONTHS * COMBOS;
  private static final int FIRST_MONTH = 100;
  private static final int ROUNDS = 200;
  private static final int MILLION = 1_000_000;
  private static final FeedPosition ONLY = new FeedPosition("bench", 1);

  private EngineBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException, SQLException {
    int millions = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    int elements = Math.max(8, (int) ((long) millions * MILLION / PER_ELEMENT));
    Path folder = Files.createTempDirectory("kituo-bench-");
    FactSource source =
        new FactSource(sink -> make(elements, sink), (since, sink) -> since, () -> ONLY);
    long rows = (long) elements * PER_ELEMENT;
    long began = System.nanoTime();
    try (FeedSignal signal = new FeedSignal(EngineBench::neverConnected);
        ColumnEngine engine = ColumnEngine.start(folder, List.of(source), signal)) {
      Facts facts = engine.caughtUp(Duration.ofHours(1));
      say("%,d facts in %.1f s", rows, (System.nanoTime() - began) / 1e9);
      long bytes = Files.size(folder.resolve("facts.columns"));
      say("%.1f bytes a fact", bytes / (double) rows);
      ask(facts, elements);
    }
    began = System.nanoTime();
    try (FeedSignal signal = new FeedSignal(EngineBench::neverConnected);
        ColumnEngine engine = ColumnEngine.start(folder, List.of(source), signal)) {
      engine.caughtUp(Duration.ofHours(1));
      say("opened again in %.2f s", (System.nanoTime() - began) / 1e9);
    }
  }

  private static java.sql.Connection neverConnected() throws SQLException {
    try {
      Thread.sleep(Duration.ofDays(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new SQLException("There is no database");
  }

  private static FeedPosition make(int elements, DataValueSink sink) {
    int number = 1;
    for (int element = 1; element <= elements; element++) {
      for (int month = 0; month < MONTHS; month++) {
        for (int unit = 1; unit <= UNITS; unit++) {
          for (int combo = 1; combo <= COMBOS; combo++) {
            number = number * 1_103_515_245 + 12_345;
            String value = Integer.toString((number >>> 16) % 500);
            sink.value(element, FIRST_MONTH + month, unit, combo, 1, value, false);
          }
        }
      }
    }
    return ONLY;
  }

  private static void ask(Facts facts, int elements) {
    Axis country = units(UNITS, unit -> 0, 1);
    Axis regions = units(UNITS, unit -> unit % REGIONS, REGIONS);
    Axis facility =
        new Axis(1, List.of(new Layer(Source.ORG_UNIT, Items.of(new int[] {777}, new int[] {0}))));
    measure("one element, a month, country", i -> ask(facts, i, elements, 1, 1, country));
    measure("one element, 12 months, country", i -> ask(facts, i, elements, 1, 12, country));
    measure("8 elements, 12 months, regions", i -> ask(facts, i, elements, 8, 12, regions));
    measure("8 elements, 12 months, a facility", i -> ask(facts, i, elements, 8, 12, facility));
  }

  private static Axis units(int count, IntUnaryOperator item, int size) {
    int[] keys = IntStream.rangeClosed(1, count).toArray();
    Items items = Items.of(keys, Arrays.stream(keys).map(item).toArray());
    return new Axis(size, List.of(new Layer(Source.ORG_UNIT, items)));
  }

  private static int ask(Facts facts, int round, int elements, int count, int months, Axis axis) {
    List<Window> windows = new ArrayList<>();
    for (int month = 0; month < months; month++) {
      int period = FIRST_MONTH + (round + month) % MONTHS;
      windows.add(new Window(List.of(new Span(period, 1))));
    }
    Aggregation sum = new Aggregation(InSeries.NONE, Across.SUM);
    int cells = 0;
    for (int i = 0; i < count; i++) {
      Measure measure = Measure.of(1 + (round + i) % elements, sum);
      cells += facts.aggregate(measure, windows, List.of(axis)).getFirst().count();
    }
    return cells;
  }

  /** Prints the time on the clock, and that of the processor, which other programs do not take. */
  private static void measure(String name, IntUnaryOperator question) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    double[] millis = new double[ROUNDS];
    int cells = 0;
    long warmUp = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (round == ROUNDS / 2) {
        warmUp = thread.getCurrentThreadCpuTime();
      }
      long began = System.nanoTime();
      cells += question.applyAsInt(round);
      millis[round] = (System.nanoTime() - began) / 1e6;
    }
    double processor = (thread.getCurrentThreadCpuTime() - warmUp) / 1e6 / (ROUNDS / 2);
    double[] warm = Arrays.copyOfRange(millis, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    say(
        "%-36s p50 %.2f ms, p95 %.2f ms, processor %.2f ms (%d cells)",
        name, warm[warm.length / 2], warm[warm.length * 95 / 100], processor, cells);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
