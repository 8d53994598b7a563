package org.kituo.analytics.plan;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Cells;

/**
 * The values of cells of the engine.
 *
 * @param cells by column
 * @param size of the last axis, which is not one of the question; 1 if there is none
 * @param index the item of the last axis that is meant
 * @param factor by which values are multiplied
 */
record CellFigures(List<Cells> cells, int size, int index, double factor) implements Figures {
  @Override
  public double at(int column, long place) {
    return cells.get(column).numberAt(place * size + index) * factor;
  }

  /** Searches the ascending places for the one. */
  @Override
  public @Nullable String text(int column, long place) {
    Cells all = cells.get(column);
    long wanted = place * size + index;
    int from = 0;
    int to = all.count() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      long found = all.place(middle);
      if (found == wanted) {
        return all.text(middle);
      }
      if (found < wanted) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return null;
  }

  @Override
  public void places(int column, LongConsumer sink) {
    Cells all = cells.get(column);
    for (int i = 0; i < all.count(); i++) {
      long place = all.place(i);
      if (place % size == index) {
        sink.accept(place / size);
      }
    }
  }
}
