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
    Condition ALWAYS = period -> (unit, combo, number) -> true;

    /** The condition for the facts of a period, by its key; asked once for many of them. */
    Rows in(int period);

    /** The condition for the facts of one period. */
    @FunctionalInterface
    interface Rows {
      /**
       * Whether a fact counts.
       *
       * @param unit the key of its unit
       * @param attributeOptionCombo the key of its attributes' cell
       * @param number its value; NaN where it is text
       */
      boolean hold(int unit, int attributeOptionCombo, double number);
    }
  }

  /** All facts of a data element with numbers. */
  public static Measure of(int dataElement, Aggregation aggregation) {
    return new Measure(dataElement, aggregation, Reading.NUMBER, true, Condition.ALWAYS);
  }
}
