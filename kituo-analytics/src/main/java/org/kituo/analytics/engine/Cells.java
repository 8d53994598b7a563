package org.kituo.analytics.engine;

import org.jspecify.annotations.Nullable;

/**
 * The cells of one window that have a value, in the order of their places. The place of a cell is
 * the mixed-radix number of its items: {@code ((item of axis 0) * size of axis 1 + item of axis 1)
 * * size of axis 2 ...}; 0 where there are no axes.
 */
public interface Cells {
  /** The number of cells with a value. */
  int count();

  /** The place of the cell at an index below {@link #count}. Places ascend. */
  long place(int index);

  /** The value of the cell at an index; NaN where it is text. */
  double number(int index);

  /** The value of the cell at an index as text; null where it is a number. */
  @Nullable String text(int index);

  /** The value at a place; NaN where there is none or it is text. */
  double numberAt(long place);
}
