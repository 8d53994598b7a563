package org.kituo.analytics.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.analytics.engine.Aggregation;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.FactTable;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.store.postgres.DatabaseAddress;

/** An engine in a process of its own is killed while it follows writers, merges and rebuilds. */
class CrashTest {
  private static final int ROUNDS = 6;
  private static final int UNITS = 40;
  private static final Window PERIODS =
      new Window(IntStream.range(20, 25).mapToObj(period -> new Span(period, 1)).toList());

  @TempDir private Path folder;

  @Test
  void losesAndDoublesNothingWhenItIsKilled() throws Exception {
    try (FactTable table = new FactTable()) {
      Random random = new Random(5);
      for (int round = 0; round < ROUNDS; round++) {
        Process engine = start(folder, table.address());
        long end = System.nanoTime() + Duration.ofMillis(random.nextInt(1500)).toNanos();
        do {
          new Chance(random.nextLong(), UNITS).add(table, 30);
          table.write();
        } while (System.nanoTime() < end);
        engine.destroyForcibly().waitFor();
        requireTheSums(table);
      }
    }
  }

  private void requireTheSums(FactTable table) throws Exception {
    try (ColumnEngine engine =
        ColumnEngine.start(folder, List.of(FactSource.figures(table.feed())), table.signal())) {
      Facts facts = engine.caughtUp(Duration.ofSeconds(60));
      for (int subject = 1; subject <= Chance.SUBJECTS; subject++) {
        assertThat(of(facts, subject, Across.COUNT)).isEqualTo(count(table, subject));
      }
      assertThat(of(facts, 1, Across.SUM)).isEqualTo(sum(table));
    }
  }

  private static double of(Facts facts, int subject, Across across) {
    Measure measure =
        new Measure(
            subject,
            new Aggregation(InSeries.NONE, across),
            across == Across.COUNT ? Measure.Reading.TEXT : Measure.Reading.NUMBER,
            true,
            Measure.Condition.ALWAYS);
    return facts.aggregate(measure, List.of(PERIODS), List.of()).getFirst().numberAt(0);
  }

  private static double count(FactTable table, int subject) {
    return table.number(
        "SELECT count(value) FROM data_value WHERE NOT deleted AND data_element = " + subject);
  }

  private static double sum(FactTable table) {
    return table.number(
        "SELECT sum(value::numeric) FROM data_value WHERE NOT deleted AND data_element = 1");
  }

  /** Prints {@code ready}; merges and rebuilds without end. */
  public static void main(String[] arguments) throws Exception {
    DatabaseAddress address = new DatabaseAddress(arguments[1], arguments[2], arguments[3]);
    try (FactTable table = FactTable.at(address);
        ColumnEngine engine =
            ColumnEngine.start(
                Path.of(arguments[0]), List.of(FactSource.figures(table.feed())), table.signal())) {
      engine.caughtUp(Duration.ofSeconds(60));
      System.out.println("ready");
      while (true) {
        engine.merge();
        engine.rebuild();
      }
    }
  }

  private static Process start(Path folder, DatabaseAddress database) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashTest.class.getName(),
                folder.toString(),
                database.url(),
                database.user(),
                database.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      line = output.readLine();
    }
    assertThat(line).as("the engine's first line").isNotNull();
    assertThat(Files.isDirectory(folder)).isTrue();
    return process;
  }
}
