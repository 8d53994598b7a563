package org.kituo.analytics.plan;

import java.util.List;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;

/**
 * The dimensions besides data and time, whose combinations of items are places, numbered as the
 * engine numbers its cells.
 *
 * @param dimensions in the order of axes
 */
public record Space(List<Dimension> dimensions) {

  /** The number of places. */
  public long places() {
    long places = 1;
    for (Dimension dimension : dimensions) {
      places *= dimension.entries().size();
    }
    return places;
  }

  /** The index of the item that a place has in the dimension at an index. */
  int index(long place, int dimension) {
    long rest = place;
    for (int later = dimensions.size() - 1; later > dimension; later--) {
      rest /= dimensions.get(later).entries().size();
    }
    return (int) (rest % dimensions.get(dimension).entries().size());
  }

  /** The item that a place has in the dimension at an index. */
  public Entry entry(long place, int dimension) {
    return dimensions.get(dimension).entries().get(index(place, dimension));
  }
}
