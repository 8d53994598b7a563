package org.kituo.server.picture;

import java.awt.Color;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.DataDimensionItem;
import org.kituo.model.metadata.DimensionItem;
import org.kituo.model.metadata.Legend;
import org.kituo.model.metadata.LegendSet;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.LegendDisplayStrategy;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** The colours of values: by one legend set for all, or by that of each data item. */
final class Legends {
  private final Optional<LegendSet> fixed;
  private final Map<String, LegendSet> byName = new HashMap<>();

  private Legends(Optional<LegendSet> fixed) {
    this.fixed = fixed;
  }

  /** Those of a table or chart. */
  static Legends of(Visualization stored, View view) {
    var legend = stored.legend();
    if (legend == null) {
      return new Legends(Optional.empty());
    }
    Legends legends = new Legends(set(legend.set(), view));
    if (legend.strategy() == LegendDisplayStrategy.BY_DATA_ITEM) {
      for (DataDimensionItem item : stored.dataDimensionItems()) {
        Ref<?> ref = item.indicator() == null ? item.dataElement() : item.indicator();
        if (ref != null
            && view.snapshot().findAny(ref.id()).orElse(null) instanceof DimensionItem found) {
          set(found.legendSet(view), view)
              .ifPresent(set -> legends.byName.put(String.valueOf(found.displayName(view)), set));
        }
      }
    }
    return legends;
  }

  private static Optional<LegendSet> set(@Nullable Ref<LegendSet> ref, View view) {
    return Optional.ofNullable(ref).flatMap(r -> view.snapshot().find(LegendSet.class, r.id()));
  }

  /** The legend of a value of a series or place with a name. */
  Optional<Legend> of(String name, double value) {
    return fixed
        .or(() ->
            byName.entrySet().stream()
                .filter(named -> name.contains(named.getKey()))
                .map(Map.Entry::getValue)
                .findFirst())
        .flatMap(set -> of(set, value));
  }

  /** The legend whose range a value is in; the last one's has its end too. */
  static Optional<Legend> of(LegendSet set, double value) {
    return sorted(set).stream()
        .filter(legend -> value >= start(legend) && value < end(legend))
        .findFirst()
        .or(() -> sorted(set).reversed().stream().findFirst().filter(l -> value == end(l)));
  }

  /** The legends of a set from low to high. */
  static List<Legend> sorted(LegendSet set) {
    return set.legends().stream().sorted(Comparator.comparingDouble(Legends::start)).toList();
  }

  static double start(Legend legend) {
    return legend.startValue() == null ? Double.NEGATIVE_INFINITY : legend.startValue();
  }

  static double end(Legend legend) {
    return legend.endValue() == null ? Double.POSITIVE_INFINITY : legend.endValue();
  }

  static Color color(Legend legend) {
    return Look.color(legend.color(), Look.LINE);
  }
}
