package org.kituo.analytics.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.plan.Targets.Target;
import org.kituo.model.snapshot.MetadataSnapshot;

/** What plans derive from a snapshot again and again, kept with it. */
final class PlanMemory {
  static final Function<MetadataSnapshot, PlanMemory> OF = snapshot -> new PlanMemory();

  private final Map<Wanted, List<Layer>> layers = new ConcurrentHashMap<>();

  private final Map<String, List<Target>> targets = new ConcurrentHashMap<>();

  private record Wanted(String dimension, List<String> items, boolean merged) {}

  /** The layers of some items of a dimension other than units. */
  List<Layer> layers(
      List<String> items, String dimension, boolean merged, Supplier<List<Layer>> make) {
    Wanted wanted = new Wanted(dimension, items, merged);
    List<Layer> known = layers.get(wanted);
    if (known == null) {
      known = make.get();
      layers.put(wanted, known);
    }
    return known;
  }

  /** From whom reports of a data set are expected. */
  List<Target> targets(String dataSet, Supplier<List<Target>> make) {
    List<Target> known = targets.get(dataSet);
    if (known == null) {
      known = make.get();
      targets.put(dataSet, known);
    }
    return known;
  }
}
