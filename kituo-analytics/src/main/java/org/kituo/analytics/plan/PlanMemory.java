package org.kituo.analytics.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.plan.Targets.Target;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.snapshot.MetadataSnapshot;

/** What plans derive from a snapshot again and again, kept with it. */
final class PlanMemory {
  static final Function<MetadataSnapshot, PlanMemory> OF = snapshot -> new PlanMemory();

  private static final int MOST = 1_000;

  private final Cache<Wanted, List<Layer>> layers = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, List<Target>> targets =
      Caffeine.newBuilder().maximumSize(MOST).build();

  private final Cache<ReadableCombos, Items> readable =
      Caffeine.newBuilder().maximumSize(MOST).build();

  private record Wanted(String dimension, List<String> items, boolean merged) {}

  /** The layers of some items of a dimension other than units. */
  List<Layer> layers(
      List<String> items, String dimension, boolean merged, Supplier<List<Layer>> make) {
    return Objects.requireNonNull(
        layers.get(new Wanted(dimension, items, merged), wanted -> make.get()));
  }

  /** The combinations that an actor may read, each with the first item. */
  Items readable(ReadableCombos combos, Supplier<Items> make) {
    return Objects.requireNonNull(readable.get(combos, c -> make.get()));
  }

  /** From whom reports of a data set are expected. */
  List<Target> targets(String dataSet, Supplier<List<Target>> make) {
    return Objects.requireNonNull(targets.get(dataSet, uid -> make.get()));
  }
}
