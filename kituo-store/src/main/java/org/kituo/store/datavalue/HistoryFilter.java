package org.kituo.store.datavalue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose history to read: each part limits the figures to some keys; an empty one does not limit.
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record HistoryFilter(
    int[] dataElements,
    int[] periods,
    int[] orgUnits,
    int[] categoryOptionCombos,
    int[] attributeOptionCombos) {

  /** The history of one figure. */
  public static HistoryFilter of(DataValueKey key) {
    return new HistoryFilter(
        new int[] {key.dataElement()},
        new int[] {key.period()},
        new int[] {key.orgUnit()},
        new int[] {key.categoryOptionCombo()},
        new int[] {key.attributeOptionCombo()});
  }

  /** The columns that are limited, with their keys. */
  Map<String, int[]> columns() {
    Map<String, int[]> columns = new LinkedHashMap<>();
    limit(columns, "data_element", dataElements);
    limit(columns, "period", periods);
    limit(columns, "org_unit", orgUnits);
    limit(columns, "category_option_combo", categoryOptionCombos);
    limit(columns, "attribute_option_combo", attributeOptionCombos);
    return columns;
  }

  private static void limit(Map<String, int[]> columns, String column, int[] keys) {
    if (keys.length > 0) {
      columns.put(column, keys);
    }
  }
}
