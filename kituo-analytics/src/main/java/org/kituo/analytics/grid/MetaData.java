package org.kituo.analytics.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a table.
 *
 * @param items by identifier
 * @param dimensions the identifiers of the items of each dimension and filter
 * @param unitPaths for each unit the identifiers of the units above; empty if not asked for
 * @param unitNamePaths for each unit the names down to it; empty if not asked for
 */
public record MetaData(
    Map<String, MetaItem> items,
    Map<String, List<String>> dimensions,
    Optional<Map<String, String>> unitPaths,
    Optional<Map<String, String>> unitNamePaths) {
  /** Nothing. */
  public static final MetaData NONE =
      new MetaData(Map.of(), Map.of(), Optional.empty(), Optional.empty());
}
