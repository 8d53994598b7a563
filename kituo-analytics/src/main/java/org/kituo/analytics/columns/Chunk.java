package org.kituo.analytics.columns;

/**
 * Some facts of one period that count, on their way from a scan to what becomes of them. Plain
 * arrays that are filled again and again, so that loops over them are short and nothing is
 * allocated per row.
 */
final class Chunk {
  /** The most facts of a chunk: all of its arrays fit into a processor's first or second cache. */
  static final int SIZE = 1024;

  /** How many facts there are. */
  int count;

  /** The place of the cell of each. */
  final long[] places = new long[SIZE];

  /** The value of each; NaN where values are read as text. */
  final double[] numbers = new double[SIZE];

  /** Where each is, counted from {@link #firstRow}. */
  final int[] at = new int[SIZE];

  /** By {@link #at}: the unit. */
  final int[] units = new int[SIZE];

  /**
   * By {@link #at}: the index of the combo among all combos of the scan, which ascends with them.
   */
  final int[] combos = new int[SIZE];

  /** The key of the period. */
  int period;

  /** The index of the period in the window. */
  int span;

  /** What each value counts. */
  double weight;

  /** The row that 0 in {@link #at} stands for. */
  int firstRow;

  /** The columns of the rows. */
  Columns columns;

  Chunk(Columns columns) {
    this.columns = columns;
  }

  int unit(int index) {
    return units[at[index]];
  }

  int combo(int index) {
    return combos[at[index]];
  }

  int row(int index) {
    return firstRow + at[index];
  }

  /** Takes one fact of those that there are to the place of another before it, or of itself. */
  void move(int from, int to) {
    places[to] = places[from];
    numbers[to] = numbers[from];
    at[to] = at[from];
  }
}
