package org.kituo.analytics.columns;

import java.util.Arrays;

/** A list of ints. */
final class IntList {
  private int[] items = new int[8];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }
}
