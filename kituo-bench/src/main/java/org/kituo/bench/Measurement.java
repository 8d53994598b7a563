package org.kituo.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing measured.
 *
 * @param what was measured, with its size
 * @param value in the unit
 * @param bar what it should come to; null where there is none
 */
record Measurement(String what, double value, Unit unit, @Nullable Bar bar) {

  /** The units of measurements. */
  enum Unit {
    MILLISECONDS("ms"),
    SECONDS("s"),
    PER_SECOND("/s"),
    MEGABYTES("MB");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    String text(double value) {
      String pattern = value < 10 ? "%,.2f %s" : value < 100 ? "%,.1f %s" : "%,.0f %s";
      return String.format(Locale.ROOT, pattern, value, symbol);
    }
  }

  /**
   * A value that should be reached, or not be exceeded.
   *
   * @param atLeast whether greater is better
   */
  record Bar(double value, boolean atLeast) {}

  /** A measurement that should not exceed a value. */
  static Measurement atMost(String what, double value, Unit unit, double most) {
    return new Measurement(what, value, unit, new Bar(most, false));
  }

  /** A measurement that should reach a value. */
  static Measurement atLeast(String what, double value, Unit unit, double least) {
    return new Measurement(what, value, unit, new Bar(least, true));
  }

  /** A measurement for information. */
  static Measurement of(String what, double value, Unit unit) {
    return new Measurement(what, value, unit, null);
  }

  /** Whether it misses its bar. */
  boolean misses() {
    Bar wanted = bar;
    return wanted != null && (wanted.atLeast ? value < wanted.value : value > wanted.value);
  }

  String measured() {
    return unit.text(value);
  }

  String wanted() {
    Bar wanted = bar;
    return wanted == null ? "" : (wanted.atLeast ? ">= " : "<= ") + unit.text(wanted.value);
  }
}
