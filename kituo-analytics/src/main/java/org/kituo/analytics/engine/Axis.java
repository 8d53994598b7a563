package org.kituo.analytics.engine;

import java.util.List;

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
}
