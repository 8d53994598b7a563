package org.kituo.model.expression;

import java.time.LocalDate;

/** One suffix that changes how the items before it are read from the data. */
public sealed interface Modifier {
  /** {@code .aggregationType(MAX)}: the name of one of DHIS2's aggregation types. */
  record AggregationType(String name) implements Modifier {}

  /** {@code .periodOffset(-1)}. */
  record PeriodOffset(int periods) implements Modifier {}

  /**
   * {@code .stageOffset(-1)}: the event so many before or after the newest of a repeatable stage,
   * in program indicators.
   */
  record StageOffset(int events) implements Modifier {}

  /** {@code .yearToDate()}. */
  record YearToDate() implements Modifier {}

  /** {@code .minDate(2020-01-31)}: only data of periods that start on or after the day. */
  record MinDate(LocalDate date) implements Modifier {}

  /** {@code .maxDate(2020-12-31)}: only data of periods that end on or before the day. */
  record MaxDate(LocalDate date) implements Modifier {}
}
