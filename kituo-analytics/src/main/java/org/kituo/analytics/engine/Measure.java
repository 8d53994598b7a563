package org.kituo.analytics.engine;

/**
 * What is aggregated, and how.
 *
 * @param subject the key of the data element; or of the data set, whose facts are the registrations
 *     of its complete forms, with the time of completion (as days since 1970) for a value
 * @param aggregation how facts become one value
 * @param reading how values are read
 * @param zeros whether zeros count; DHIS2 leaves out zeros that are not significant
 * @param condition which facts count
 */
public record Measure(
    int subject, Aggregation aggregation, Reading reading, boolean zeros, Condition condition) {

  /** How the text of a value is read. */
  public enum Reading {
    /** As a number; other texts do not count. */
    NUMBER,
    /** "true" as 1, "false" as 0, and numbers as they are; other texts do not count. */
    BOOLEAN,
    /** As text; for {@link Aggregation.Across#ANY}, COUNT, FIRST and LAST. */
    TEXT
  }

  /** A condition that single facts must fulfil. */
  @FunctionalInterface
  public interface Condition {
    /** Every fact fulfils it. */
    Condition ALWAYS = (period, number) -> true;

    /**
     * Whether a fact counts.
     *
     * @param period the key of its period
     * @param number its value; NaN where it is text
     */
    boolean holds(int period, double number);
  }

  /** All facts of a data element with numbers. */
  public static Measure of(int dataElement, Aggregation aggregation) {
    return new Measure(dataElement, aggregation, Reading.NUMBER, true, Condition.ALWAYS);
  }
}
