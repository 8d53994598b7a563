package org.kituo.analytics.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of the values: that of the first period, or of the last. Of several in it, the one with the
 * least unit, and of several of the unit the one with the least combo.
 */
final class Choice extends Accumulator {
  private static final int NOTHING = -1;

  private final boolean last;
  private int[] spans = new int[0];
  private int[] units = new int[0];
  private int[] combos = new int[0];
  private double[] numbers = new double[0];
  private @Nullable Columns[] columns = new Columns[0];
  private int[] rows = new int[0];

  Choice(Slots slots, boolean last) {
    super(slots);
    this.last = last;
  }

  @Override
  void grow(int capacity) {
    int old = spans.length;
    spans = Arrays.copyOf(spans, capacity);
    Arrays.fill(spans, old, capacity, NOTHING);
    units = Arrays.copyOf(units, capacity);
    combos = Arrays.copyOf(combos, capacity);
    numbers = Arrays.copyOf(numbers, capacity);
    columns = Arrays.copyOf(columns, capacity);
    rows = Arrays.copyOf(rows, capacity);
  }

  @Override
  void add(Chunk chunk, int[] slots) {
    for (int i = 0; i < chunk.count; i++) {
      int slot = slots[i];
      if (isBetter(slot, chunk, i)) {
        spans[slot] = chunk.span;
        units[slot] = chunk.unit(i);
        combos[slot] = chunk.combo(i);
        numbers[slot] = chunk.numbers[i] * chunk.weight;
        columns[slot] = chunk.columns;
        rows[slot] = chunk.row(i);
      }
    }
  }

  private boolean isBetter(int slot, Chunk chunk, int index) {
    if (spans[slot] == NOTHING) {
      return true;
    }
    if (spans[slot] != chunk.span) {
      return last == chunk.span > spans[slot];
    }
    int order = Integer.compare(chunk.unit(index), units[slot]);
    return order < 0 || (order == 0 && chunk.combo(index) < combos[slot]);
  }

  @Override
  boolean has(int slot) {
    return spans[slot] != NOTHING;
  }

  @Override
  double number(int slot) {
    return numbers[slot];
  }

  @Override
  @Nullable String text(int slot) {
    Columns found = columns[slot];
    return found != null && Double.isNaN(numbers[slot]) ? found.textOf(rows[slot]) : null;
  }
}
