package org.kituo.analytics.plan;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Layer;

/**
 * Counts by place, for what the engine holds no facts of.
 *
 * @param byColumn the counts of each column of time
 */
record PlaceCounts(List<Map<Long, Double>> byColumn) implements Figures {

  @Override
  public double at(int column, long place) {
    return byColumn.get(column).getOrDefault(place, Double.NaN);
  }

  @Override
  public void places(int column, LongConsumer sink) {
    byColumn.get(column).keySet().forEach(sink::accept);
  }

  /** Counts something of a unit and an attribute option combo in all places that it is in. */
  static void count(List<Axis> axes, int unit, int combo, double count, Map<Long, Double> counts) {
    places(axes, 0, 0, unit, combo, place -> counts.merge(place, count, Double::sum));
  }

  /** Names the places, going through the axes from a given one on. */
  private static void places(
      List<Axis> axes, int axis, long place, int unit, int combo, LongConsumer sink) {
    if (axis == axes.size()) {
      sink.accept(place);
      return;
    }
    for (Layer layer : axes.get(axis).layers()) {
      int item = layer.items().of(layer.source() == Axis.Source.ORG_UNIT ? unit : combo);
      if (item >= 0) {
        places(axes, axis + 1, place * axes.get(axis).size() + item, unit, combo, sink);
      }
    }
  }
}
