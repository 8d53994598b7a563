package org.kituo.analytics.columns;

import java.util.Arrays;

/**
 * Columns of a subject, of which some rows are hidden because a layer above has them anew or they
 * were deleted.
 *
 * @param columns the rows
 * @param hidden the hidden ones, ascending
 * @param inFile whether the columns are part of the base file
 */
@SuppressWarnings("ArrayRecordComponent") // immutable by convention, never compared
record Layer(Columns columns, int[] hidden, boolean inFile) {
  private static final int[] NONE = {};

  static Layer of(Columns columns, boolean inFile) {
    return new Layer(columns, NONE, inFile);
  }

  /** The number of rows that are not hidden. */
  int live() {
    return columns.rows() - hidden.length;
  }

  /** The number of rows from one on, before another, that are not hidden. */
  int live(int from, int to) {
    return to - from - (firstHidden(to) - firstHidden(from));
  }

  /** The place in {@link #hidden} of the first hidden row that is not before a row. */
  int firstHidden(int row) {
    int found = Arrays.binarySearch(hidden, row);
    return found < 0 ? -found - 1 : found;
  }

  boolean isHidden(int row) {
    return Arrays.binarySearch(hidden, row) >= 0;
  }

  /** With more rows hidden, which were not. */
  Layer hiding(IntList rows) {
    if (rows.size() == 0) {
      return this;
    }
    int[] all = new int[hidden.length + rows.size()];
    int old = 0;
    int added = 0;
    for (int i = 0; i < all.length; i++) {
      boolean fromOld =
          added == rows.size() || (old < hidden.length && hidden[old] < rows.get(added));
      all[i] = fromOld ? hidden[old++] : rows.get(added++);
    }
    return new Layer(columns, all, inFile);
  }
}
