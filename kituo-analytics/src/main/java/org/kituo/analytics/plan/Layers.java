package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Items;

/** Puts keys that may have several items into layers, in each of which a key has one. */
final class Layers {
  private Layers() {}

  /**
   * The layers of some items.
   *
   * @param keysByItem the keys of each item, in any order
   */
  static List<Layer> of(Source source, List<int[]> keysByItem) {
    long[] pairs = new long[keysByItem.stream().mapToInt(keys -> keys.length).sum()];
    int count = 0;
    for (int item = 0; item < keysByItem.size(); item++) {
      for (int key : keysByItem.get(item)) {
        pairs[count++] = (long) key << 32 | item;
      }
    }
    Arrays.sort(pairs);
    List<Layer> layers = new ArrayList<>();
    boolean[] used = new boolean[count];
    for (int left = count; left > 0; ) {
      int[] keys = new int[left];
      int[] items = new int[left];
      int taken = 0;
      for (int i = 0; i < count; i++) {
        int key = (int) (pairs[i] >>> 32);
        if (!used[i] && (taken == 0 || keys[taken - 1] != key)) {
          used[i] = true;
          keys[taken] = key;
          items[taken++] = (int) pairs[i];
        }
      }
      layers.add(
          new Layer(source, Items.of(Arrays.copyOf(keys, taken), Arrays.copyOf(items, taken))));
      left -= taken;
    }
    return List.copyOf(layers);
  }

  /** One layer in which all keys have the first item. */
  static List<Layer> merged(Source source, List<int[]> keysByItem) {
    int[] keys = keysByItem.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    return List.of(new Layer(source, Items.of(keys, new int[keys.length])));
  }
}
