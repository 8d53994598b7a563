package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.plan.Result;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;

/** Makes the table of an answer: a row for each value. */
public final class GridMaker {
  private final Answer answer;
  private final AnalyticsQuery query;
  private final Presentation presentation;
  private final Labels labels;
  private final OutputNames names;
  private final Map<Entry, String> known = new IdentityHashMap<>();
  private final Places places;

  private GridMaker(Answer answer, Labels labels) {
    this.answer = answer;
    this.query = answer.query();
    this.presentation = query.request().presentation();
    this.labels = labels;
    this.names = new OutputNames(presentation.schemes(), labels);
    this.places = new Places(answer);
  }

  /**
   * The table of an answer.
   *
   * @param labels how things are called
   * @param tree the units
   */
  public static Grid of(Answer answer, Labels labels, UnitTree tree) {
    GridMaker maker = new GridMaker(answer, labels);
    MetaData metaData =
        maker.presentation.skipMeta()
            ? MetaData.NONE
            : new MetaDataMaker(answer.query(), labels, tree).make();
    if (maker.presentation.skipData()) {
      return Grid.of(List.of(), List.of(), metaData);
    }
    return maker
        .presentation
        .layout()
        .map(layout -> PivotMaker.of(answer, layout, labels, tree, metaData))
        .orElseGet(() -> Grid.of(maker.headers(), maker.rows(), metaData));
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    for (Dimension dimension : query.dimensions()) {
      headers.add(Header.dimension(dimension.id(), labels.of(dimension)));
    }
    headers.add(Header.number("value", "Value"));
    if (presentation.includeNumDen()) {
      headers.add(Header.number("numerator", "Numerator"));
      headers.add(Header.number("denominator", "Denominator"));
      headers.add(Header.number("factor", "Factor"));
      headers.add(Header.number("multiplier", "Multiplier"));
      headers.add(Header.number("divisor", "Divisor"));
    }
    return headers;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>(answer.results().size());
    for (Result result : answer.results()) {
      List<String> row = new ArrayList<>(query.dimensions().size() + 1);
      for (int i = 0; i < query.dimensions().size(); i++) {
        row.add(known.computeIfAbsent(places.entry(result, i), names::of));
      }
      row.add(value(result));
      if (presentation.includeNumDen()) {
        addParts(result, row);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The value of a result as it stands in a row. */
  static String value(Result result) {
    if (result.text() != null) {
      return result.text();
    }
    return isDecimal(result.item())
        ? ShownNumber.decimal(result.number())
        : ShownNumber.plain(result.number());
  }

  /** Whether values are written with at least one decimal: those that are computed. */
  private static boolean isDecimal(Optional<DataItem> item) {
    return item.filter(of ->
            switch (of) {
              case DataItem.OfIndicator(var indicator) ->
                  indicator.decimals() == null || indicator.decimals() > 0;
              case DataItem.Calculation c -> true;
              default -> false;
            })
        .isPresent();
  }

  private static void addParts(Result result, List<String> row) {
    Result.Parts parts = result.parts();
    boolean rate = result.item().filter(DataItem.Rate.class::isInstance).isPresent();
    boolean decimal = rate || isDecimal(result.item());
    row.add(
        decimal ? ShownNumber.decimal(parts.numerator()) : ShownNumber.plain(parts.numerator()));
    row.add(
        decimal
            ? ShownNumber.decimal(parts.denominator())
            : ShownNumber.plain(parts.denominator()));
    row.add(
        decimal && !rate ? ShownNumber.decimal(parts.factor()) : ShownNumber.plain(parts.factor()));
    row.add(ShownNumber.plain(parts.multiplier()));
    row.add(ShownNumber.plain(parts.divisor()));
  }
}
