package org.kituo.analytics.grid;

import java.util.List;

/**
 * A table.
 *
 * @param title what it is about; empty for nothing
 * @param subtitle more about it; empty for nothing
 * @param headers its columns
 * @param rows its cells, as many in each row as there are columns
 * @param metaData the names of what stands in it
 */
public record Grid(
    String title,
    String subtitle,
    List<Header> headers,
    List<List<String>> rows,
    MetaData metaData) {
  /** A table without title. */
  public static Grid of(List<Header> headers, List<List<String>> rows, MetaData metaData) {
    return new Grid("", "", headers, rows, metaData);
  }

  /** The number of columns of the rows; 0 if there are no rows. */
  public int width() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }
}
