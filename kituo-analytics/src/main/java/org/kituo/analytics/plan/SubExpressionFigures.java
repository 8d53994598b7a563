package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.kituo.model.metadata.constant.AggregationType;

/**
 * An expression that is evaluated for each reporting unit, and whose results are then put together:
 * how many facilities reported more than so many, for instance. Its items have figures whose places
 * are those of the question, each split by all units.
 */
final class SubExpressionFigures implements Figures {
  private final Formula formula;
  private final int units;
  private final AggregationType type;
  private final Map<Integer, Map<Long, Double>> byColumn = new HashMap<>();

  /**
   * @param formula the expression
   * @param units the number of all units
   * @param type how the results are put together
   */
  SubExpressionFigures(Formula formula, int units, AggregationType type) {
    this.formula = formula;
    this.units = units;
    this.type = type;
  }

  private Map<Long, Double> column(int column) {
    return byColumn.computeIfAbsent(
        column,
        c -> {
          TreeSet<Long> split = new TreeSet<>();
          formula.places(c, split::add);
          Map<Long, List<Double>> results = new HashMap<>();
          for (long place : split) {
            double result = formula.at(c, place);
            if (!Double.isNaN(result)) {
              results.computeIfAbsent(place / units, p -> new ArrayList<>()).add(result);
            }
          }
          Map<Long, Double> together = new HashMap<>();
          results.forEach((place, values) -> together.put(place, together(values)));
          return together;
        });
  }

  private double together(List<Double> values) {
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    return switch (type) {
      case AVERAGE,
          LAST_AVERAGE_ORG_UNIT,
          FIRST_AVERAGE_ORG_UNIT,
          LAST_IN_PERIOD_AVERAGE_ORG_UNIT ->
          sum / values.size();
      case COUNT -> values.size();
      case MIN -> values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      case MAX -> values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      case VARIANCE -> variance(values, sum);
      case STDDEV -> Math.sqrt(variance(values, sum));
      default -> sum;
    };
  }

  /** Of a sample; of one value there is none. */
  private static double variance(List<Double> values, double sum) {
    double mean = sum / values.size();
    return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1);
  }

  @Override
  public double at(int column, long place) {
    return column(column).getOrDefault(place, Double.NaN);
  }

  @Override
  public void places(int column, LongConsumer sink) {
    column(column).keySet().forEach(sink::accept);
  }
}
