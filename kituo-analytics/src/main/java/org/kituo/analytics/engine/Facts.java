package org.kituo.analytics.engine;

import java.time.Instant;
import java.util.List;

/** All facts at one moment. It never changes. */
public interface Facts {
  /** When the newest state of the database that is included was read. */
  Instant asOf();

  /** The keys of the periods that a data element (or data set) has facts for, ascending. */
  int[] periods(int subject);

  /** A number that changes whenever any fact does, for those who keep answers. */
  long version();

  /** A number that changes whenever a fact of the data element (or data set) does. */
  long version(int subject);

  /**
   * Aggregates.
   *
   * @param measure what
   * @param windows the columns of time: one result for each
   * @param axes the dimensions besides time; a fact counts in the cells of all combinations of its
   *     items, and in none if an axis has no item for it
   * @return the cells that have a value, by window, in the order of the windows
   */
  List<Cells> aggregate(Measure measure, List<Window> windows, List<Axis> axes);

  /** Hands over single facts, in no particular order, as {@link #aggregate} would take them. */
  void scan(Measure measure, Window window, List<Axis> axes, FactSink sink);
}
