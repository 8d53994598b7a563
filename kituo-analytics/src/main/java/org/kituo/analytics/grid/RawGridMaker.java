package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.plan.RawFact;
import org.kituo.analytics.plan.Space;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;

/** Makes the table of single facts: a row for each, with its unit and its period's days. */
public final class RawGridMaker {
  private final AnalyticsQuery query;
  private final Space space;
  private final Labels labels;
  private final OutputNames names;
  private final List<Dimension> dimensions;

  /**
   * @param query the question as it was asked
   * @param space the dimensions besides data, units and time
   * @param labels how things are called
   */
  public RawGridMaker(AnalyticsQuery query, Space space, Labels labels) {
    this.query = query;
    this.space = space;
    this.labels = labels;
    this.names = new OutputNames(query.request().presentation().schemes(), labels);
    this.dimensions =
        query.dimensions().stream().filter(d -> !d.id().equals(Dimension.PERIOD)).toList();
  }

  /** The table. */
  public Grid make(List<RawFact> facts, UnitTree tree) {
    return Grid.of(headers(), facts.stream().map(this::row).toList(), metaData(tree));
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    dimensions.forEach(d -> headers.add(Header.dimension(d.id(), labels.of(d))));
    headers.add(Header.dimension(Dimension.PERIOD, null));
    headers.add(date("pestartdate", "Period start date"));
    headers.add(date("peenddate", "Period end date"));
    headers.add(Header.number("value", "Value"));
    return headers;
  }

  private static Header date(String name, String column) {
    return new Header(name, column, Header.Content.DATE, false, false);
  }

  private List<String> row(RawFact fact) {
    List<String> row = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      row.add(
          switch (dimension.type()) {
            case DATA_X -> names.of(fact.item());
            case ORGANISATION_UNIT -> names.of(new Entry.OfObject(fact.unit()));
            default -> names.of(space.entry(fact.place(), space.dimensions().indexOf(dimension)));
          });
    }
    row.add(fact.period().iso());
    row.add(fact.period().start().toString());
    row.add(fact.period().end().toString());
    row.add(fact.text() == null ? ShownNumber.decimal(fact.number()) : fact.text());
    return row;
  }

  /** Periods are those of the facts, not those that were asked for. */
  private MetaData metaData(UnitTree tree) {
    if (query.request().presentation().skipMeta()) {
      return MetaData.NONE;
    }
    AnalyticsQuery timeless =
        new AnalyticsQuery(
            query.request(),
            query.snapshot(),
            query.actor(),
            dimensions,
            query.filters().stream().filter(f -> !f.id().equals(Dimension.PERIOD)).toList(),
            query.dates(),
            query.approval(),
            List.of(),
            query.userUnits());
    MetaData metaData = new MetaDataMaker(timeless, labels, tree).make();
    Map<String, MetaItem> items = new LinkedHashMap<>(metaData.items());
    items.put(Dimension.PERIOD, MetaItem.named(null));
    return new MetaData(
        items, metaData.dimensions(), metaData.unitPaths(), metaData.unitNamePaths());
  }
}
