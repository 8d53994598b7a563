package org.kituo.analytics.columns;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives each cell that occurs a small number, for arrays to be indexed by: its place itself where
 * there are few places, else one from a hash table.
 */
final class Slots {
  private final LongIndex hashed = new LongIndex();
  private final boolean dense;
  private int size;

  /**
   * @param places the number of all places
   * @param facts about the number of facts that will come
   */
  Slots(long places, long facts) {
    dense = places <= Math.clamp(facts, 4096, 1 << 26);
    size = dense ? (int) places : 0;
  }

  /** The slots of places. */
  void of(long[] places, int count, int[] into) {
    if (dense) {
      for (int i = 0; i < count; i++) {
        into[i] = (int) places[i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      into[i] = hashed.of(places[i]);
    }
    size = hashed.size();
  }

  /** How many there are. */
  int size() {
    return size;
  }

  long place(int slot) {
    return dense ? slot : hashed.key(slot);
  }

  /** All slots in the order of their places. */
  int[] ordered() {
    if (dense) {
      return IntStream.range(0, size).toArray();
    }
    long[] places = new long[size];
    Arrays.setAll(places, this::place);
    Arrays.sort(places);
    return Arrays.stream(places).mapToInt(hashed::find).toArray();
  }
}
