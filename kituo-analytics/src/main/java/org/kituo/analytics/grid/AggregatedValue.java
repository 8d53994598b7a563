package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.plan.Result;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;

/**
 * A value of an answer in the form of a figure that could be imported.
 *
 * @param item the data element, or the indicator or rate in its place
 * @param period the period
 * @param unit the organisation unit
 * @param combo the category option combo; null where none is known
 * @param attributeCombo the attribute option combo; null where none is known
 * @param value the value
 */
public record AggregatedValue(
    String item,
    String period,
    String unit,
    @Nullable String combo,
    @Nullable String attributeCombo,
    String value) {

  /** The values of an answer whose dimensions are data, periods and units, and perhaps combos. */
  public static List<AggregatedValue> of(Answer answer, Labels labels) {
    AnalyticsQuery query = answer.query();
    Places places = new Places(answer);
    OutputNames names = new OutputNames(query.request().presentation().schemes(), labels);
    List<String> ids = query.dimensions().stream().map(Dimension::id).toList();
    List<AggregatedValue> values = new ArrayList<>(answer.results().size());
    for (Result result : answer.results()) {
      DataItem item = result.item().orElseThrow();
      values.add(
          new AggregatedValue(
              item instanceof DataItem.Operand operand
                  ? names.of(new DataItem.OfElement(operand.element()))
                  : names.of(item),
              names.of(places.entry(result, ids.indexOf(Dimension.PERIOD))),
              names.of(places.entry(result, ids.indexOf(Dimension.UNIT))),
              named(ids.indexOf(Dimension.COMBO), result, places, names)
                  .or(() -> combo(item, names))
                  .orElse(null),
              named(ids.indexOf(Dimension.ATTRIBUTE_COMBO), result, places, names)
                  .or(() -> attributeCombo(item, names))
                  .orElse(null),
              GridMaker.value(result)));
    }
    return values;
  }

  /** The same without the value: what it is a value of. */
  public AggregatedValue place() {
    return new AggregatedValue(item, period, unit, combo, attributeCombo, "");
  }

  private static Optional<String> named(
      int dimension, Result result, Places places, OutputNames names) {
    return dimension < 0
        ? Optional.empty()
        : Optional.of(names.of(places.entry(result, dimension)));
  }

  private static Optional<String> combo(DataItem item, OutputNames names) {
    return switch (item) {
      case DataItem.Operand operand ->
          operand.combo().map(combo -> names.of(new Entry.OfObject(combo)));
      case DataItem.OfIndicator(var indicator) ->
          Optional.ofNullable(indicator.aggregateExportCategoryOptionCombo());
      default -> Optional.empty();
    };
  }

  private static Optional<String> attributeCombo(DataItem item, OutputNames names) {
    return switch (item) {
      case DataItem.Operand operand ->
          operand.attributeCombo().map(combo -> names.of(new Entry.OfObject(combo)));
      case DataItem.OfIndicator(var indicator) ->
          Optional.ofNullable(indicator.aggregateExportAttributeOptionCombo());
      default -> Optional.empty();
    };
  }
}
