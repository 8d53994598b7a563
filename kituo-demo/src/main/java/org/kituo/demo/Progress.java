package org.kituo.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells how far the work is: at most every two seconds, and once at the end of each stage. */
final class Progress {
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final PrintStream out;
  private String stage = "";
  private long began;
  private long said;
  private long rows;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  void begin(String name) {
    stage = name;
    rows = 0;
    began = System.nanoTime();
    said = began;
  }

  void add(long more) {
    rows += more;
    if (System.nanoTime() - said > PAUSE) {
      said = System.nanoTime();
      line("...");
    }
  }

  void end() {
    line("");
  }

  private void line(String suffix) {
    double seconds = Math.max(1e-9, (System.nanoTime() - began) / 1e9);
    say("%-26s %,12d in %7.1f s %,12.0f rows/s %s", stage, rows, seconds, rows / seconds, suffix);
  }
}
