package org.kituo.analytics.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Aggregation.Across;

/** Aggregates the facts of each cell. What comes out does not depend on the order of the facts. */
abstract class Accumulator implements ChunkSink {
  private final Slots slots;
  private final int[] slotOf = new int[Chunk.SIZE];
  private int capacity;

  Accumulator(Slots slots) {
    this.slots = slots;
  }

  static Accumulator of(Across across, Slots slots) {
    return switch (across) {
      case SUM, MEAN -> new Sums(slots, across == Across.MEAN);
      case COUNT -> new Counts(slots);
      case MIN, MAX -> new Extremes(slots, across == Across.MAX);
      case VARIANCE, STDDEV -> new Spread(slots, across == Across.STDDEV);
      case FIRST, LAST, ANY -> new Choice(slots, across == Across.LAST);
    };
  }

  @Override
  public final void take(Chunk chunk) {
    slots.of(chunk.places, chunk.count, slotOf);
    if (slots.size() > capacity) {
      capacity = Math.max(slots.size(), capacity * 2);
      grow(capacity);
    }
    add(chunk, slotOf);
  }

  /** The cells that have a value. */
  final CellTable cells() {
    long[] places = new long[capacity];
    double[] numbers = new double[capacity];
    @Nullable String[] texts = null;
    int count = 0;
    for (int slot : capacity == 0 ? new int[0] : slots.ordered()) {
      double number = has(slot) ? number(slot) : Double.NaN;
      String text = has(slot) ? text(slot) : null;
      if (Double.isNaN(number) && text == null) {
        continue;
      }
      places[count] = slots.place(slot);
      numbers[count] = number;
      if (text != null) {
        texts = texts == null ? new String[capacity] : texts;
        texts[count] = text;
      }
      count++;
    }
    return new CellTable(Arrays.copyOf(places, count), numbers, texts);
  }

  /** Makes room for so many slots. */
  abstract void grow(int capacity);

  /** Adds facts to their slots. */
  abstract void add(Chunk chunk, int[] slots);

  /** Whether a slot has got a fact. */
  abstract boolean has(int slot);

  /** The value of a slot that has a fact; NaN if it is text, or there is none. */
  abstract double number(int slot);

  /** The value of a slot that has a fact; null if it is no text. */
  @Nullable String text(int slot) {
    return null;
  }
}
