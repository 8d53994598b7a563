package org.kituo.analytics.grid;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.IndicatorType;

/**
 * Something that stands in a table. All but the name is null where it is not known or not asked
 * for.
 *
 * @param name for people
 * @param uid its identifier
 * @param code its code
 * @param details more about it
 * @param units the units that a word for the user's units stands for
 */
public record MetaItem(
    @Nullable String name,
    @Nullable String uid,
    @Nullable String code,
    @Nullable Details details,
    @Nullable List<String> units) {

  /** More about it. */
  public record Details(
      @Nullable String description,
      @Nullable String legendSet,
      @Nullable String dimensionType,
      @Nullable String dimensionItemType,
      @Nullable String valueType,
      @Nullable String aggregationType,
      @Nullable String totalAggregationType,
      @Nullable IndicatorType indicatorType,
      @Nullable LocalDate startDate,
      @Nullable LocalDate endDate) {}

  /** Something of which just the name is told. */
  static MetaItem named(@Nullable String name) {
    return new MetaItem(name, null, null, null, null);
  }
}
