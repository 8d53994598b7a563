package org.kituo.bench.micro;

import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the identifier of a period. */
@State(Scope.Benchmark)
public class PeriodBenchmark {
  /** The identifier. */
  @Param({"202406", "2024W23", "20240615", "2024April"})
  public String text = "";

  /** The calendar. */
  @Param({"ISO8601", "ETHIOPIAN", "NEPALI"})
  public PeriodCalendar calendar = PeriodCalendar.ISO8601;

  /** Reads it. */
  @Benchmark
  public Period parse() {
    return calendar.parse(text);
  }
}
