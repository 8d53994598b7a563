package org.kituo.bench.micro;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package, short ones: three seconds to warm up, five to measure. */
public final class MicroBenchmarks {
  private MicroBenchmarks() {}

  /** Runs those whose names contain a match of a regular expression, and prints a table. */
  public static void run(String pattern) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(MicroBenchmarks.class.getPackageName() + ".*" + pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .build())
        .run();
  }
}
