package org.kituo.analytics.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dimension besides time: for each key of a fact the items in which the fact counts. A filter is
 * an axis of one item.
 *
 * @param size the number of items
 * @param layers the assignments. Within one a fact has at most one item; a fact may have one in
 *     each of several, for example where units of different levels are asked for together
 */
public record Axis(int size, List<Layer> layers) {

  /** Which key of a fact a layer looks at. */
  public enum Source {
    ORG_UNIT,
    CATEGORY_OPTION_COMBO,
    ATTRIBUTE_OPTION_COMBO
  }

  /**
   * One assignment of items to facts.
   *
   * @param source the key that is looked at
   * @param items what it is assigned
   */
  public record Layer(Source source, Items items) {}

  /**
   * Items by key: immutable, made once and used for many queries.
   *
   * @param byKey the item of each key; -1, or an index past the end, where there is none
   * @param keys all keys that have an item, ascending, if they are few; null if they are many. An
   *     engine looks them up one by one instead of scanning
   */
  @SuppressWarnings("ArrayRecordComponent") // read by index millions of times, never compared
  public record Items(int[] byKey, int @Nullable [] keys) {
    /** The item of a key; -1 where there is none. */
    public int of(int key) {
      return key < byKey.length ? byKey[key] : -1;
    }
  }
}
