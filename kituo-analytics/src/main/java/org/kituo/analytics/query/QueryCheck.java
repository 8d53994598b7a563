package org.kituo.analytics.query;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.metadata.constant.ValueType;

/** The rules that a question as a whole must keep. */
final class QueryCheck {
  /** Types whose values cannot be put together or counted. */
  private static final Set<ValueType> NOT_AGGREGATED =
      Set.of(
          ValueType.DATE,
          ValueType.DATETIME,
          ValueType.TIME,
          ValueType.AGE,
          ValueType.PHONE_NUMBER,
          ValueType.EMAIL,
          ValueType.URL,
          ValueType.ORGANISATION_UNIT,
          ValueType.IMAGE,
          ValueType.GEOJSON);

  private final AnalyticsQuery query;

  private QueryCheck(AnalyticsQuery query) {
    this.query = query;
  }

  static void check(AnalyticsQuery query) {
    QueryCheck check = new QueryCheck(query);
    check.time();
    check.dimensions();
    check.data();
  }

  private void time() {
    boolean periods = query.either(Dimension.PERIOD).map(d -> !d.entries().isEmpty()).orElse(false);
    boolean dated = query.request().dates().isPresent();
    require(
        periods || query.dates().isPresent(),
        "E7146",
        "A start and end date, or a period, must be specified as dimension or filter");
    require(
        query
            .filter(Dimension.PERIOD)
            .map(Dimension::entries)
            .filter(entries -> entries.size() > 1)
            .filter(entries -> entries.stream().anyMatch(Entry.OfDays.class::isInstance))
            .isEmpty(),
        "E7611",
        "A range of days cannot stand in a filter beside other periods");
    require(
        !(periods && dated),
        "E7105",
        "Periods and start and end dates cannot be specified simultaneously");
  }

  private void dimensions() {
    require(!query.dimensions().isEmpty(), "E7101", "At least one dimension must be specified");
    require(
        query.either(Dimension.DATA).isPresent()
            || types(query.dimensions()).anyMatch(DimensionType.DATA_ELEMENT_GROUP_SET::equals),
        "E7102",
        "At least one data dimension item or data element group set dimension item must be"
            + " specified");
    List<String> both =
        query.dimensions().stream()
            .map(Dimension::id)
            .filter(id -> query.filter(id).filter(filter -> !filter.implied()).isPresent())
            .distinct()
            .toList();
    require(
        both.isEmpty(),
        "E7103",
        "Dimensions cannot be specified as dimension and filter simultaneously: `%s`"
            .formatted(both));
    List<String> twice = twice();
    require(
        twice.isEmpty(),
        "E7111",
        "Dimensions cannot be specified more than once: `%s`".formatted(twice));
    require(
        query.filter(Dimension.COMBO).isEmpty(),
        "E7110",
        "Category option combos cannot be specified as filter");
  }

  private List<String> twice() {
    Set<String> seen = new HashSet<>();
    return query.dimensions().stream().map(Dimension::id).filter(id -> !seen.add(id)).toList();
  }

  private static Stream<DimensionType> types(List<Dimension> dimensions) {
    return dimensions.stream().map(Dimension::type);
  }

  private void data() {
    List<DataItem> items = query.data();
    boolean filtered = query.filter(Dimension.DATA).isPresent();
    require(
        !filtered || count(items, DataItem.OfIndicator.class) < 2,
        "E7108",
        "Only a single indicator can be specified as filter");
    require(
        !filtered || count(items, DataItem.Rate.class) < 2,
        "E7109",
        "Only a single reporting rate can be specified as filter");
    require(
        query.dates().isEmpty() || count(items, DataItem.Rate.class) == 0,
        "E7107",
        "Start and end dates cannot be specified for reporting rates");
    require(
        query.dimension(Dimension.COMBO).isEmpty()
            || items.isEmpty()
            || count(items, DataItem.OfElement.class) + count(items, DataItem.Operand.class) > 0,
        "E7113",
        "Category option combos cannot be specified when data elements are not specified");
    List<String> split = withoutTotal(items);
    require(
        split.isEmpty(),
        "E7134",
        "Data elements have no total, ask for their categories or option combos: `%s`"
            .formatted(split));
    List<String> texts =
        elements(items)
            .filter(element -> element.valueType() != null)
            .filter(element -> NOT_AGGREGATED.contains(element.valueType()))
            .map(DataElement::uid)
            .distinct()
            .toList();
    require(
        texts.isEmpty(),
        "E7115",
        "Data elements must be of a value and aggregation type that allow aggregation: `%s`"
            .formatted(texts));
  }

  /** The data elements whose figures are not to be added up over categories, but would be. */
  private List<String> withoutTotal(List<DataItem> items) {
    if (query.dimension(Dimension.COMBO).isPresent()) {
      return List.of();
    }
    return items.stream()
        .filter(DataItem.OfElement.class::isInstance)
        .map(item -> ((DataItem.OfElement) item).element())
        .filter(element ->
            Optional.ofNullable(element.categoryCombo())
                .flatMap(ref -> query.snapshot().find(CategoryCombo.class, ref.id()))
                .filter(CategoryCombo::skipTotal)
                .filter(combo ->
                    !combo.categories().stream()
                        .allMatch(category -> query.either(category.id()).isPresent()))
                .isPresent())
        .map(DataElement::uid)
        .toList();
  }

  private static Stream<DataElement> elements(List<DataItem> items) {
    return items.stream()
        .flatMap(item ->
            switch (item) {
              case DataItem.OfElement of -> Stream.of(of.element());
              case DataItem.Operand operand -> Stream.of(operand.element());
              default -> Stream.empty();
            });
  }

  private static long count(List<DataItem> items, Class<? extends DataItem> kind) {
    return items.stream().filter(kind::isInstance).count();
  }

  private static void require(boolean fulfilled, String code, String message) {
    if (!fulfilled) {
      throw new AnalyticsException(code, message);
    }
  }
}
