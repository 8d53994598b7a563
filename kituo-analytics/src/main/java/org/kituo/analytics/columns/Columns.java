package org.kituo.analytics.columns;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.kituo.analytics.engine.Measure.Reading;

/**
 * The facts of one subject in columns, sorted by period, unit and combo; {@link ColumnLayout} shows
 * where they are. Immutable. Single cells are read for searches and merges; questions copy
 * stretches of a column into arrays and compute there.
 */
final class Columns {
  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
  static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  private final MemorySegment image;
  private final ColumnLayout layout;
  private final long unitsAt;
  private final long combosAt;
  private final long valuesAt;
  private final long leastValue;

  Columns(MemorySegment image) {
    this.image = image;
    layout =
        new ColumnLayout(
            header(0), header(1), header(2), header(3), header(4), header(5), header(6));
    unitsAt = layout.unitsAt();
    combosAt = layout.combosAt();
    valuesAt = layout.valuesAt();
    leastValue = ValueCode.least(layout.valueWidth());
  }

  private int header(int index) {
    return image.getAtIndex(INT, index);
  }

  MemorySegment image() {
    return image;
  }

  int rows() {
    return layout.rows();
  }

  int periods() {
    return layout.periods();
  }

  int combos() {
    return layout.combos();
  }

  boolean hasTexts() {
    return layout.texts() > 0;
  }

  /** The key of a period. */
  int period(int block) {
    return image.get(INT, layout.periodsAt() + (long) block * Integer.BYTES);
  }

  /** The first row of a period; that of the one after the last is the number of rows. */
  int start(int block) {
    return image.get(INT, layout.startsAt() + (long) block * Integer.BYTES);
  }

  /** The index of a period; negative if it has no rows. */
  int block(int period) {
    int low = 0;
    int high = periods() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = period(middle);
      if (found < period) {
        low = middle + 1;
      } else if (found > period) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  int coc(int combo) {
    return image.get(INT, layout.cocsAt() + (long) combo * Integer.BYTES);
  }

  int aoc(int combo) {
    return image.get(INT, layout.aocsAt() + (long) combo * Integer.BYTES);
  }

  int unit(int row) {
    return image.get(INT, unitsAt + (long) row * Integer.BYTES);
  }

  int combo(int row) {
    long at = combosAt + (long) row * layout.comboWidth();
    return switch (layout.comboWidth()) {
      case Byte.BYTES -> image.get(JAVA_BYTE, at);
      case Short.BYTES -> image.get(SHORT, at);
      default -> image.get(INT, at);
    };
  }

  /** The value of a row as the bits of a double, or as {@link ValueCode#ofText} for a text. */
  long bits(int row) {
    long at = valuesAt + (long) row * layout.valueWidth();
    long whole =
        switch (layout.valueWidth()) {
          case Byte.BYTES -> image.get(JAVA_BYTE, at);
          case Short.BYTES -> image.get(SHORT, at);
          case Integer.BYTES -> image.get(INT, at);
          default -> image.get(LONG, at);
        };
    if (layout.valueWidth() == Double.BYTES) {
      return whole;
    }
    return whole < leastValue + layout.texts()
        ? ValueCode.ofText((int) (whole - leastValue))
        : Double.doubleToRawLongBits((double) whole);
  }

  /** A text by its number. */
  String text(int index) {
    int from = index == 0 ? 0 : end(index - 1);
    byte[] bytes = new byte[end(index) - from];
    MemorySegment.copy(image, JAVA_BYTE, layout.textsAt() + from, bytes, 0, bytes.length);
    return new String(bytes, UTF_8);
  }

  /** The value of a row as text. */
  String textOf(int row) {
    long bits = bits(row);
    return ValueCode.isText(bits)
        ? text(ValueCode.text(bits))
        : CanonicalNumber.write(Double.longBitsToDouble(bits));
  }

  private int end(int text) {
    return image.get(INT, layout.endsAt() + (long) text * Integer.BYTES);
  }

  /** The first row from one on, before another, whose unit is not less than one. */
  int firstOfUnit(int from, int to, int unit) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (unit(middle) < unit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The row of a key; -1 if there is none. */
  int find(int period, int unit, int coc, int aoc) {
    int block = block(period);
    int combo = block < 0 ? -1 : comboOf(coc, aoc);
    if (combo < 0) {
      return -1;
    }
    int end = start(block + 1);
    int row = firstOfUnit(start(block), end, unit);
    int last = firstOfUnit(row, end, unit + 1);
    int low = row;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (combo(middle) < combo) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < last && combo(low) == combo ? low : -1;
  }

  private int comboOf(int coc, int aoc) {
    int low = 0;
    int high = combos() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(coc(middle), coc);
      order = order == 0 ? Integer.compare(aoc(middle), aoc) : order;
      if (order < 0) {
        low = middle + 1;
      } else if (order > 0) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** Copies the units of some rows. */
  void units(int from, int count, int[] into) {
    MemorySegment.copy(image, INT, unitsAt + (long) from * Integer.BYTES, into, 0, count);
  }

  /** Copies the combos of some rows. */
  void combos(int from, int count, int[] into, Scratch scratch) {
    whole(combosAt, layout.comboWidth(), from, count, into, scratch);
  }

  /** Copies the values of some rows as numbers; NaN where a text is none. */
  void numbers(int from, int count, Reading reading, double[] into, Scratch scratch) {
    if (layout.valueWidth() == Double.BYTES) {
      MemorySegment.copy(image, DOUBLE, valuesAt + (long) from * Double.BYTES, into, 0, count);
    } else {
      int[] whole = scratch.wholes;
      whole(valuesAt, layout.valueWidth(), from, count, whole, scratch);
      for (int i = 0; i < count; i++) {
        into[i] = whole[i];
      }
    }
    if (hasTexts()) {
      readTexts(from, count, reading, into);
    }
  }

  private void readTexts(int from, int count, Reading reading, double[] into) {
    boolean whole = layout.valueWidth() < Double.BYTES;
    double firstNumber = leastValue + layout.texts();
    for (int i = 0; i < count; i++) {
      if (whole ? into[i] < firstNumber : Double.isNaN(into[i])) {
        into[i] = number(ValueCode.text(bits(from + i)), reading);
      }
    }
  }

  private double number(int text, Reading reading) {
    double number = image.get(DOUBLE, layout.numbersAt() + (long) text * Double.BYTES);
    if (reading == Reading.BOOLEAN && Double.isNaN(number)) {
      return switch (text(text)) {
        case "true" -> 1;
        case "false" -> 0;
        default -> Double.NaN;
      };
    }
    return number;
  }

  private void whole(long at, int width, int from, int count, int[] into, Scratch scratch) {
    long first = at + (long) from * width;
    switch (width) {
      case Byte.BYTES -> {
        byte[] bytes = scratch.bytes;
        MemorySegment.copy(image, JAVA_BYTE, first, bytes, 0, count);
        for (int i = 0; i < count; i++) {
          into[i] = bytes[i];
        }
      }
      case Short.BYTES -> {
        short[] shorts = scratch.shorts;
        MemorySegment.copy(image, SHORT, first, shorts, 0, count);
        for (int i = 0; i < count; i++) {
          into[i] = shorts[i];
        }
      }
      default -> MemorySegment.copy(image, INT, first, into, 0, count);
    }
  }

  /** Arrays to copy into. */
  static final class Scratch {
    private final byte[] bytes = new byte[Chunk.SIZE];
    private final short[] shorts = new short[Chunk.SIZE];
    private final int[] wholes = new int[Chunk.SIZE];
  }
}
