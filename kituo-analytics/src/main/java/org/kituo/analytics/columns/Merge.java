package org.kituo.analytics.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges the layers of a subject: their rows that are not hidden, in order. A key is at most once
 * among them, so this is a union.
 */
final class Merge {
  private final ColumnsBuilder into = new ColumnsBuilder();

  private Merge() {}

  static ColumnsBuilder of(List<Layer> layers) {
    Merge merge = new Merge();
    List<Cursor> cursors = layers.stream().map(Cursor::new).toList();
    for (Cursor next = least(cursors); next != null; next = least(cursors)) {
      merge.take(next);
      next.advance();
    }
    return merge.into;
  }

  private void take(Cursor row) {
    long bits = row.columns.bits(row.row);
    boolean text = ValueCode.isText(bits);
    into.add(
        row.period,
        row.unit,
        row.coc,
        row.aoc,
        text ? Double.NaN : Double.longBitsToDouble(bits),
        text ? row.columns.text(ValueCode.text(bits)) : null);
  }

  private static @Nullable Cursor least(List<Cursor> cursors) {
    Cursor least = null;
    for (Cursor cursor : cursors) {
      if (!cursor.atEnd() && (least == null || cursor.compareTo(least) < 0)) {
        least = cursor;
      }
    }
    return least;
  }

  /** A place in a layer, at a row that is not hidden or at the end. */
  @SuppressWarnings("ComparableType") // compared by least alone
  private static final class Cursor {
    private final Columns columns;
    private final int[] hidden;
    private int nextHidden;
    private int row = -1;
    private int block = -1;
    private int end;
    private int period;
    private int unit;
    private int coc;
    private int aoc;

    Cursor(Layer layer) {
      columns = layer.columns();
      hidden = layer.hidden();
      advance();
    }

    boolean atEnd() {
      return row >= columns.rows();
    }

    void advance() {
      row++;
      while (nextHidden < hidden.length && hidden[nextHidden] == row) {
        nextHidden++;
        row++;
      }
      if (atEnd()) {
        return;
      }
      while (row >= end) {
        block++;
        end = columns.start(block + 1);
        period = columns.period(block);
      }
      unit = columns.unit(row);
      int combo = columns.combo(row);
      coc = columns.coc(combo);
      aoc = columns.aoc(combo);
    }

    int compareTo(Cursor other) {
      if (period != other.period) {
        return Integer.compare(period, other.period);
      }
      if (unit != other.unit) {
        return Integer.compare(unit, other.unit);
      }
      return Long.compare(ColumnsBuilder.pair(coc, aoc), ColumnsBuilder.pair(other.coc, other.aoc));
    }
  }
}
