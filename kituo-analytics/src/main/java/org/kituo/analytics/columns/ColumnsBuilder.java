package org.kituo.analytics.columns;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes columns of rows that come sorted by period, unit, category and attribute option combo. */
final class ColumnsBuilder {
  /** Takes memory from the heap. */
  static final SegmentAllocator HEAP =
      (bytes, alignment) -> MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);

  private static final int FIRST_CAPACITY = 16;
  private static final int MOST_IN_BYTE = Byte.MAX_VALUE + 1;
  private static final int MOST_IN_SHORT = Short.MAX_VALUE + 1;

  private int[] periods = new int[FIRST_CAPACITY];
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] units = new int[FIRST_CAPACITY];
  private int[] combos = new int[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];
  private final LongIndex pairs = new LongIndex();
  private final Map<String, Integer> texts = new HashMap<>();
  private int blocks;
  private int rows;
  private boolean whole = true;
  private long min;
  private long max;

  int rows() {
    return rows;
  }

  /**
   * Adds a row.
   *
   * @param number its value, where the text is null
   * @param text its value where it is no canonical number
   */
  void add(int period, int unit, int coc, int aoc, double number, @Nullable String text) {
    if (rows == units.length) {
      int capacity = rows + (rows >> 1);
      units = Arrays.copyOf(units, capacity);
      combos = Arrays.copyOf(combos, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    if (blocks == 0 || periods[blocks - 1] != period) {
      begin(period);
    }
    units[rows] = unit;
    combos[rows] = pairs.of(pair(coc, aoc));
    values[rows] = text == null ? note(number) : ValueCode.ofText(numberOf(text));
    rows++;
  }

  private void begin(int period) {
    if (blocks == periods.length) {
      periods = Arrays.copyOf(periods, blocks * 2);
      starts = Arrays.copyOf(starts, blocks * 2);
    }
    periods[blocks] = period;
    starts[blocks] = rows;
    blocks++;
  }

  private long note(double number) {
    long value = (long) number;
    whole &= value == number;
    min = Math.min(min, value);
    max = Math.max(max, value);
    return Double.doubleToRawLongBits(number);
  }

  private int numberOf(String text) {
    return texts.computeIfAbsent(text, t -> texts.size());
  }

  /** Two keys as one long that sorts as they do; keys are not negative. */
  static long pair(int coc, int aoc) {
    return (long) coc << Integer.SIZE | aoc;
  }

  /** Makes the columns; the builder is of no more use. */
  Columns build(SegmentAllocator memory) {
    String[] ordered = new String[texts.size()];
    texts.forEach((text, index) -> ordered[index] = text);
    byte[][] bytes =
        Arrays.stream(ordered).map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
    int valueWidth = whole ? ValueCode.width(min, max, ordered.length) : Double.BYTES;
    ColumnLayout layout =
        new ColumnLayout(
            rows,
            blocks,
            pairs.size(),
            ordered.length,
            comboWidth(),
            valueWidth,
            Arrays.stream(bytes).mapToInt(b -> b.length).sum());
    MemorySegment image = memory.allocate(layout.bytes(), Long.BYTES);
    writeHeader(image, layout);
    writeBlocks(image, layout);
    writeCombos(image, layout);
    MemorySegment.copy(units, 0, image, Columns.INT, layout.unitsAt(), rows);
    writeValues(image, layout);
    writeTexts(image, layout, ordered, bytes);
    return new Columns(image);
  }

  private int comboWidth() {
    if (pairs.size() <= MOST_IN_BYTE) {
      return Byte.BYTES;
    }
    return pairs.size() <= MOST_IN_SHORT ? Short.BYTES : Integer.BYTES;
  }

  private static void writeHeader(MemorySegment image, ColumnLayout layout) {
    int[] header = {
      layout.rows(),
      layout.periods(),
      layout.combos(),
      layout.texts(),
      layout.comboWidth(),
      layout.valueWidth(),
      layout.textBytes(),
      0
    };
    MemorySegment.copy(header, 0, image, Columns.INT, 0, header.length);
  }

  private void writeBlocks(MemorySegment image, ColumnLayout layout) {
    MemorySegment.copy(periods, 0, image, Columns.INT, layout.periodsAt(), blocks);
    MemorySegment.copy(starts, 0, image, Columns.INT, layout.startsAt(), blocks);
    image.set(Columns.INT, layout.startsAt() + (long) blocks * Integer.BYTES, rows);
  }

  private void writeCombos(MemorySegment image, ColumnLayout layout) {
    long[] sorted = IntStream.range(0, pairs.size()).mapToLong(pairs::key).sorted().toArray();
    int[] index = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      index[pairs.find(sorted[i])] = i;
      long at = (long) i * Integer.BYTES;
      image.set(Columns.INT, layout.cocsAt() + at, (int) (sorted[i] >>> Integer.SIZE));
      image.set(Columns.INT, layout.aocsAt() + at, (int) sorted[i]);
    }
    for (int row = 0; row < rows; row++) {
      setWhole(image, layout.combosAt(), layout.comboWidth(), row, index[combos[row]]);
    }
  }

  private void writeValues(MemorySegment image, ColumnLayout layout) {
    int width = layout.valueWidth();
    if (width == Double.BYTES) {
      MemorySegment.copy(values, 0, image, Columns.LONG, layout.valuesAt(), rows);
      return;
    }
    long least = ValueCode.least(width);
    for (int row = 0; row < rows; row++) {
      long bits = values[row];
      long value =
          ValueCode.isText(bits)
              ? least + ValueCode.text(bits)
              : (long) Double.longBitsToDouble(bits);
      setWhole(image, layout.valuesAt(), width, row, (int) value);
    }
  }

  private static void setWhole(MemorySegment image, long at, int width, int row, int value) {
    long place = at + (long) row * width;
    switch (width) {
      case Byte.BYTES -> image.set(JAVA_BYTE, place, (byte) value);
      case Short.BYTES -> image.set(Columns.SHORT, place, (short) value);
      default -> image.set(Columns.INT, place, value);
    }
  }

  private static void writeTexts(
      MemorySegment image, ColumnLayout layout, String[] texts, byte[][] bytes) {
    int end = 0;
    for (int i = 0; i < texts.length; i++) {
      image.set(
          Columns.DOUBLE,
          layout.numbersAt() + (long) i * Double.BYTES,
          CanonicalNumber.read(texts[i]));
      MemorySegment.copy(bytes[i], 0, image, JAVA_BYTE, layout.textsAt() + end, bytes[i].length);
      end += bytes[i].length;
      image.set(Columns.INT, layout.endsAt() + (long) i * Integer.BYTES, end);
    }
  }
}
