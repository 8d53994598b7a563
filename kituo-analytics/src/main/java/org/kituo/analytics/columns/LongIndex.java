package org.kituo.analytics.columns;

import java.util.Arrays;

/**
 * Numbers the different longs that it is given 0, 1, 2, ... in the order of their first coming: a
 * hash table with open addressing, without an object per entry.
 */
final class LongIndex {
  private static final int FIRST_CAPACITY = 64;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private int[] table = new int[FIRST_CAPACITY];
  private long[] keys = new long[FIRST_CAPACITY / 2];
  private int size;

  /** How many different ones there are. */
  int size() {
    return size;
  }

  /** The long with a number. */
  long key(int index) {
    return keys[index];
  }

  /** The number of a long; a new one at its first coming. */
  int of(long key) {
    int slot = probe(key);
    return table[slot] == 0 ? add(key, slot) : table[slot] - 1;
  }

  /** The number of a long; -1 if it never came. */
  int find(long key) {
    return table[probe(key)] - 1;
  }

  /** The slot that a long has, or would get. */
  private int probe(long key) {
    int mask = table.length - 1;
    int slot = slot(key, table.length);
    while (table[slot] != 0 && keys[table[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(table, 0);
    size = 0;
  }

  private int add(long key, int slot) {
    if (size == keys.length) {
      grow();
      return of(key);
    }
    keys[size] = key;
    table[slot] = size + 1;
    return size++;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    table = new int[table.length * 2];
    int mask = table.length - 1;
    for (int index = 0; index < size; index++) {
      int slot = slot(keys[index], table.length);
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = index + 1;
    }
  }

  private static int slot(long key, int capacity) {
    long hash = key * SPREAD;
    return (int) (hash >>> 32) & (capacity - 1);
  }
}
