package org.kituo.analytics.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Cells;

/** Cells in arrays. */
final class CellTable implements Cells {
  static final CellTable EMPTY = new CellTable(new long[0], new double[0], null);

  private final long[] places;
  private final double[] numbers;
  private final @Nullable String @Nullable [] texts;

  /**
   * @param places ascending; as many as there are cells
   * @param numbers at least as many
   * @param texts at least as many, or null if there are none
   */
  CellTable(long[] places, double[] numbers, @Nullable String @Nullable [] texts) {
    this.places = places;
    this.numbers = numbers;
    this.texts = texts;
  }

  @Override
  public int count() {
    return places.length;
  }

  @Override
  public long place(int index) {
    return places[index];
  }

  @Override
  public double number(int index) {
    return numbers[index];
  }

  @Override
  public @Nullable String text(int index) {
    return texts == null ? null : texts[index];
  }

  @Override
  public double numberAt(long place) {
    int last = places.length - 1;
    if (last >= 0 && places[last] == last && place >= 0 && place <= last) {
      return numbers[(int) place];
    }
    int index = Arrays.binarySearch(places, place);
    return index < 0 ? Double.NaN : numbers[index];
  }
}
