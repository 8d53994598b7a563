package org.kituo.store.datavalue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which figures to read, in which order.
 *
 * @param dataElements the keys of the elements
 * @param orgUnits the keys of the units
 * @param periods spans of period keys; empty for any
 * @param categoryOptionCombos the keys of the cells; empty for any
 * @param attributeOptionCombos the keys of the attributes' cells; empty for any
 * @param updatedSince the earliest last update; null for any
 * @param includeDeleted whether deleted figures come too
 * @param order the order, the most important first; empty for any
 * @param limit the most to read; 0 for all
 * @param offset how many to leave out before
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record DataValueQuery(
    int[] dataElements,
    int[] orgUnits,
    List<KeySpan> periods,
    int[] categoryOptionCombos,
    int[] attributeOptionCombos,
    @Nullable Instant updatedSince,
    boolean includeDeleted,
    List<Order> order,
    int limit,
    int offset) {

  /** A span of period keys, both ends included. */
  public record KeySpan(int from, int to) {}

  /** What figures may be ordered by. Objects are ordered by their keys, that is by age. */
  public enum Order {
    DE("data_element"),
    /** By the first day: the low bits of the period's key. */
    PE("period & 8388607"),
    OU("org_unit"),
    CREATED("created"),
    AOC("attribute_option_combo");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** The query for figures of some elements, units and periods, deleted ones left out. */
  public static DataValueQuery of(int[] dataElements, int[] orgUnits, List<KeySpan> periods) {
    int[] any = {};
    return new DataValueQuery(
        dataElements, orgUnits, periods, any, any, null, false, List.of(), 0, 0);
  }

  /** The same for some attribute option combinations only. */
  public DataValueQuery withAttributeOptionCombos(int... combos) {
    return new DataValueQuery(
        dataElements,
        orgUnits,
        periods,
        categoryOptionCombos,
        combos,
        updatedSince,
        includeDeleted,
        order,
        limit,
        offset);
  }
}
