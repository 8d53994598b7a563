package org.kituo.analytics.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kituo.analytics.engine.Aggregation;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.time.PeriodRule;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.ValueType;

/**
 * A data element as it is read in a question: what is read by one call of the engine.
 *
 * @param element the data element
 * @param type how it is aggregated
 * @param modifiers which periods are meant
 * @param attributeCombos of which attribute option combos
 * @param someCombos whether only some of the option combos are meant
 * @param byUnit whether the values of each unit that reports are wanted
 */
record Reading(
    DataElement element,
    AggregationType type,
    Modifiers modifiers,
    OptionSelector attributeCombos,
    boolean someCombos,
    boolean byUnit) {

  private static final double PER_CENT = 100;

  /** By the element's identifier, since a record's own would go through all that it holds. */
  @Override
  public int hashCode() {
    return Objects.hash(element.uid(), type, modifiers, attributeCombos, someCombos, byUnit);
  }

  /** How its facts become one value. */
  Aggregation aggregation() {
    return reading() == Measure.Reading.TEXT ? ofText() : ofNumbers();
  }

  private Aggregation ofText() {
    return new Aggregation(
        InSeries.NONE,
        switch (type) {
          case COUNT -> Across.COUNT;
          case LAST,
              LAST_AVERAGE_ORG_UNIT,
              LAST_LAST_ORG_UNIT,
              LAST_IN_PERIOD,
              LAST_IN_PERIOD_AVERAGE_ORG_UNIT ->
              Across.LAST;
          case FIRST, FIRST_AVERAGE_ORG_UNIT, FIRST_FIRST_ORG_UNIT -> Across.FIRST;
          default -> Across.ANY;
        });
  }

  private Aggregation ofNumbers() {
    return switch (type) {
      case SUM, AVERAGE_SUM_ORG_UNIT, CUSTOM, DEFAULT -> new Aggregation(InSeries.NONE, Across.SUM);
      case AVERAGE -> new Aggregation(InSeries.NONE, Across.MEAN);
      case LAST, LAST_IN_PERIOD -> new Aggregation(InSeries.LAST, Across.SUM);
      case LAST_AVERAGE_ORG_UNIT, LAST_IN_PERIOD_AVERAGE_ORG_UNIT ->
          new Aggregation(InSeries.LAST, Across.MEAN);
      case LAST_LAST_ORG_UNIT -> new Aggregation(InSeries.NONE, Across.LAST);
      case FIRST -> new Aggregation(InSeries.FIRST, Across.SUM);
      case FIRST_AVERAGE_ORG_UNIT -> new Aggregation(InSeries.FIRST, Across.MEAN);
      case FIRST_FIRST_ORG_UNIT -> new Aggregation(InSeries.NONE, Across.FIRST);
      case COUNT -> new Aggregation(InSeries.NONE, Across.COUNT);
      case STDDEV -> new Aggregation(InSeries.NONE, Across.STDDEV);
      case VARIANCE -> new Aggregation(InSeries.NONE, Across.VARIANCE);
      case MIN -> new Aggregation(InSeries.NONE, Across.MIN);
      case MAX -> new Aggregation(InSeries.NONE, Across.MAX);
      case MIN_SUM_ORG_UNIT -> new Aggregation(InSeries.UNIT_MIN, Across.SUM);
      case MAX_SUM_ORG_UNIT -> new Aggregation(InSeries.UNIT_MAX, Across.SUM);
      case NONE -> new Aggregation(InSeries.NONE, Across.ANY);
    };
  }

  /** How periods count. */
  PeriodRule periods() {
    boolean share = type == AggregationType.AVERAGE && reading() == Measure.Reading.BOOLEAN;
    return share ? PeriodRule.AVERAGED_IN_DAYS : PeriodRule.of(type);
  }

  /** How its values are read. */
  Measure.Reading reading() {
    return Optional.ofNullable(element.valueType())
        .map(valueType ->
            valueType.isNumeric()
                ? Measure.Reading.NUMBER
                : valueType == ValueType.BOOLEAN || valueType == ValueType.TRUE_ONLY
                    ? Measure.Reading.BOOLEAN
                    : Measure.Reading.TEXT)
        .orElse(Measure.Reading.NUMBER);
  }

  /** By which values are multiplied: averages of yes and no are per cent. */
  double factor() {
    return periods() == PeriodRule.AVERAGED_IN_DAYS ? PER_CENT : 1;
  }

  /**
   * Whether zeros count: always in averages and for yes and no, else only if the system keeps those
   * that are significant.
   */
  boolean zeros(boolean keepSignificant) {
    return reading() != Measure.Reading.NUMBER
        || List.of(AggregationType.AVERAGE, AggregationType.AVERAGE_SUM_ORG_UNIT)
            .contains(element.aggregationType())
        || keepSignificant && element.zeroIsSignificant();
  }
}
