package org.kituo.analytics.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Items by key: immutable, made once and used for many queries. Keys are numbers up to some
 * millions; the items are kept in pages, of which those without items are one and the same, so that
 * a facility costs a page and not the whole country.
 */
public final class Items {
  private static final int PAGE_BITS = 10;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int HASHED_KEYS = 64;
  private static final int[] EMPTY_PAGE = page();

  private final int[] keys;
  private final int[][] pages;

  private Items(int[] keys, int[][] pages) {
    this.keys = keys;
    this.pages = pages;
  }

  /**
   * The items of some keys.
   *
   * @param keys each once, ascending, not negative; not changed afterwards
   * @param items the item of each
   */
  public static Items of(int[] keys, int[] items) {
    int last = keys.length == 0 ? -1 : keys[keys.length - 1] >>> PAGE_BITS;
    int[][] pages = new int[last + 1][];
    Arrays.fill(pages, EMPTY_PAGE);
    for (int i = 0; i < keys.length; i++) {
      int place = keys[i] >>> PAGE_BITS;
      if (pages[place] == EMPTY_PAGE) {
        pages[place] = page();
      }
      pages[place][keys[i] & (PAGE_SIZE - 1)] = items[i];
    }
    return new Items(keys, pages);
  }

  private static int[] page() {
    int[] page = new int[PAGE_SIZE];
    Arrays.fill(page, -1);
    return page;
  }

  /** The number of keys that have an item. */
  public int count() {
    return keys.length;
  }

  /** The key at an index below {@link #count}. Keys ascend. */
  public int key(int index) {
    return keys[index];
  }

  /** The item of a key; -1 where there is none. */
  public int of(int key) {
    int place = key >>> PAGE_BITS;
    return place < pages.length ? pages[place][key & (PAGE_SIZE - 1)] : -1;
  }

  /** Whether the same keys have the same items. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Items items
            && Arrays.equals(keys, items.keys)
            && Arrays.deepEquals(pages, items.pages);
  }

  /** By a few of the keys, as there may be hundreds of thousands. */
  @Override
  public int hashCode() {
    int hash = keys.length;
    int step = keys.length / HASHED_KEYS + 1;
    for (int i = 0; i < keys.length; i += step) {
      hash = (hash * 31 + keys[i]) * 31 + of(keys[i]);
    }
    return hash;
  }
}
