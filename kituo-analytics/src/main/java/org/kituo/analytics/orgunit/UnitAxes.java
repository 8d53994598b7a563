package org.kituo.analytics.orgunit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Items;

/**
 * Axes of organisation units: a fact counts for a unit if it comes from the unit or from below it.
 *
 * <p>Units that are asked for may stand below one another (a region and its districts). A fact then
 * counts for several. So units are put into layers by how many of the others stand above them;
 * within a layer subtrees are disjoint.
 *
 * <p>Axes of many units are remembered, as the same ones are asked for again and again.
 */
public final class UnitAxes {
  private static final int WORTH_KEEPING = 2_000;
  private static final int KEPT_KEYS = 5_000_000;

  private final UnitTree tree;
  private final Cache<Wanted, List<Layer>> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_KEYS)
          .weigher((Wanted wanted, List<Layer> layers) -> keys(layers))
          .build();

  private record Wanted(List<Integer> units, List<Integer> aggregationLevels, boolean merged) {}

  /** Axes over a tree. */
  public UnitAxes(UnitTree tree) {
    this.tree = tree;
  }

  /** The tree. */
  public UnitTree tree() {
    return tree;
  }

  /**
   * An axis with an item for each unit.
   *
   * @param units their numbers, each once
   * @param aggregationLevels of the data element: what is reported below one of these levels does
   *     not count at the level and above
   */
  public Axis each(List<Integer> units, List<Integer> aggregationLevels) {
    return new Axis(units.size(), layers(new Wanted(units, aggregationLevels, false)));
  }

  /** An axis of one item, in which a fact counts once if it counts for any of the units. */
  public Axis any(List<Integer> units, List<Integer> aggregationLevels) {
    return new Axis(1, layers(new Wanted(units, aggregationLevels, true)));
  }

  /** An axis with an item for each unit of the tree, for the facts of that unit alone. */
  public Axis own() {
    return new Axis(tree.size(), layers(new Wanted(List.of(), List.of(), false)));
  }

  private List<Layer> layers(Wanted wanted) {
    List<Layer> layers = known.getIfPresent(wanted);
    if (layers == null) {
      layers = wanted.units.isEmpty() ? List.of(ownLayer()) : make(wanted);
      if (keys(layers) >= WORTH_KEEPING) {
        known.put(wanted, layers);
      }
    }
    return layers;
  }

  private static int keys(List<Layer> layers) {
    return layers.stream().mapToInt(layer -> layer.items().count()).sum();
  }

  private Layer ownLayer() {
    return layer(IntStream.range(0, tree.size()).toArray());
  }

  private List<Layer> make(Wanted wanted) {
    List<List<Integer>> byDepth = new ArrayList<>();
    Deque<Integer> above = new ArrayDeque<>();
    List<Integer> places =
        new ArrayList<>(IntStream.range(0, wanted.units.size()).boxed().toList());
    places.sort(Comparator.comparingInt(wanted.units::get));
    for (int place : places) {
      int unit = wanted.units.get(place);
      while (!above.isEmpty() && !tree.within(unit, above.peek())) {
        above.pop();
      }
      if (!wanted.merged || above.isEmpty() || !wanted.aggregationLevels.isEmpty()) {
        if (byDepth.size() == above.size()) {
          byDepth.add(new ArrayList<>());
        }
        byDepth.get(wanted.merged ? 0 : above.size()).add(place);
      }
      above.push(unit);
    }
    return byDepth.stream()
        .filter(group -> !group.isEmpty())
        .map(group -> layer(wanted, group))
        .toList();
  }

  private Layer layer(Wanted wanted, List<Integer> places) {
    int total = 0;
    for (int place : places) {
      int unit = wanted.units.get(place);
      total += tree.end(unit) - unit;
    }
    if (total < tree.size() / 8) {
      return smallLayer(wanted, places, total);
    }
    int[] items = new int[tree.size()];
    Arrays.fill(items, -1);
    for (int place : places) {
      int unit = wanted.units.get(place);
      for (int below = unit; below < tree.end(unit); below++) {
        if (counts(below, unit, wanted.aggregationLevels)) {
          items[below] = wanted.merged ? 0 : place;
        }
      }
    }
    return layer(items);
  }

  /** For few units: sorts their keys instead of going through all. */
  private Layer smallLayer(Wanted wanted, List<Integer> places, int total) {
    long[] pairs = new long[total];
    int count = 0;
    for (int place : places) {
      int unit = wanted.units.get(place);
      for (int below = unit; below < tree.end(unit); below++) {
        if (counts(below, unit, wanted.aggregationLevels)) {
          pairs[count++] = (long) tree.key(below) << 32 | (wanted.merged ? 0 : place);
        }
      }
    }
    Arrays.sort(pairs, 0, count);
    int[] keys = new int[count];
    int[] items = new int[count];
    int used = 0;
    for (int i = 0; i < count; i++) {
      int key = (int) (pairs[i] >>> 32);
      if (used == 0 || keys[used - 1] != key) {
        keys[used] = key;
        items[used++] = (int) pairs[i];
      }
    }
    return new Layer(
        Source.ORG_UNIT, Items.of(Arrays.copyOf(keys, used), Arrays.copyOf(items, used)));
  }

  private Layer layer(int[] itemByNumber) {
    int[] keys = new int[itemByNumber.length];
    int[] items = new int[itemByNumber.length];
    int count = 0;
    for (int place = 0; place < itemByNumber.length; place++) {
      int number = tree.numberByKey(place);
      if (itemByNumber[number] >= 0) {
        keys[count] = tree.key(number);
        items[count++] = itemByNumber[number];
      }
    }
    return new Layer(
        Source.ORG_UNIT, Items.of(Arrays.copyOf(keys, count), Arrays.copyOf(items, count)));
  }

  private boolean counts(int reporting, int unit, List<Integer> aggregationLevels) {
    for (int level : aggregationLevels) {
      if (tree.level(reporting) > level && tree.level(unit) <= level) {
        return false;
      }
    }
    return true;
  }
}
