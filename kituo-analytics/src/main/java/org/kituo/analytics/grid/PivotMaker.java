package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.plan.Result;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest.Layout;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.metadata.Nameable;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;

/**
 * Makes the table of an answer with some dimensions across and some down. Each dimension down has
 * four columns: identifier, name, code and description, of which people see the name.
 */
public final class PivotMaker {
  private final AnalyticsQuery query;
  private final Labels labels;
  private final UnitTree tree;
  private final Layout layout;
  private final List<Integer> across;
  private final List<Integer> down;
  private final Map<List<String>, String> values = new HashMap<>();

  private PivotMaker(Answer answer, Layout layout, Labels labels, UnitTree tree) {
    this.query = answer.query();
    this.labels = labels;
    this.tree = tree;
    this.layout = layout;
    this.across = indexes(layout.columns(), "E7126", "Column");
    this.down = new ArrayList<>(indexes(layout.rows(), "E7127", "Row"));
    addForgotten();
    Places places = new Places(answer);
    for (Result result : answer.results()) {
      values.put(
          key(
              across.stream().map(i -> places.entry(result, i)).toList(),
              down.stream().map(i -> places.entry(result, i)).toList()),
          GridMaker.value(result));
    }
  }

  /**
   * Dimensions of several items that the layout does not name come down after the others: else one
   * of their values would stand for all.
   */
  private void addForgotten() {
    for (int index = 0; index < query.dimensions().size(); index++) {
      boolean several = query.dimensions().get(index).entries().size() > 1;
      if (several && !across.contains(index) && !down.contains(index)) {
        down.add(index);
      }
    }
  }

  private static List<String> key(List<Entry> column, List<Entry> row) {
    List<String> key = new ArrayList<>(column.size() + row.size());
    column.forEach(entry -> key.add(entry.id()));
    row.forEach(entry -> key.add(entry.id()));
    return key;
  }

  /**
   * The table of an answer.
   *
   * @param layout which dimensions are across and which down
   * @param labels how things are called
   * @param tree the units
   * @param metaData the names of everything
   */
  public static Grid of(
      Answer answer, Layout layout, Labels labels, UnitTree tree, MetaData metaData) {
    return new PivotMaker(answer, layout, labels, tree).make(metaData);
  }

  private List<Integer> indexes(List<String> ids, String code, String what) {
    List<String> all = query.dimensions().stream().map(Dimension::id).toList();
    for (String id : ids) {
      if (!all.contains(id)) {
        throw new AnalyticsException(
            code, "%s must be present as dimension in query: `%s`".formatted(what, id));
      }
    }
    return ids.stream().map(all::indexOf).toList();
  }

  private Grid make(MetaData metaData) {
    List<List<Entry>> rows = combinations(down);
    List<List<Entry>> columns = combinations(across);
    if (layout.hideEmptyRows()) {
      rows = rows.stream().filter(row -> hasValue(combinations(across), List.of(row))).toList();
    }
    if (layout.hideEmptyColumns()) {
      List<List<Entry>> shown = rows;
      columns = columns.stream().filter(column -> hasValue(List.of(column), shown)).toList();
    }
    List<Header> headers = new ArrayList<>();
    int levels = levels(rows);
    for (int level = 1; level <= levels; level++) {
      headers.add(Header.dimension("Org unit level " + level, "orgunitlevel" + level));
    }
    down.forEach(index -> addHeaders(query.dimensions().get(index), headers));
    columns.forEach(column -> headers.add(header(column)));
    List<List<String>> cells = new ArrayList<>();
    for (List<Entry> row : rows) {
      cells.add(cells(row, columns, levels));
    }
    return new Grid(title(), "", headers, cells, metaData);
  }

  private List<List<Entry>> combinations(List<Integer> dimensions) {
    List<List<Entry>> combinations = List.of(List.of());
    for (int index : dimensions) {
      List<List<Entry>> longer = new ArrayList<>();
      for (List<Entry> combination : combinations) {
        for (Entry entry : query.dimensions().get(index).entries()) {
          List<Entry> next = new ArrayList<>(combination);
          next.add(entry);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private boolean hasValue(List<List<Entry>> columns, List<List<Entry>> rows) {
    return rows.stream()
        .anyMatch(row -> columns.stream().anyMatch(column -> values.containsKey(key(column, row))));
  }

  /** The depth of the deepest unit, if their paths are shown; else 0. */
  private int levels(List<List<Entry>> rows) {
    if (!query.request().presentation().showHierarchy()) {
      return 0;
    }
    return rows.stream()
        .flatMap(row -> unit(row).stream())
        .mapToInt(unit -> tree.level(tree.number(unit.uid())))
        .max()
        .orElse(0);
  }

  private static Optional<OrganisationUnit> unit(List<Entry> row) {
    return row.stream()
        .filter(Entry.OfObject.class::isInstance)
        .map(entry -> ((Entry.OfObject) entry).object())
        .filter(OrganisationUnit.class::isInstance)
        .map(OrganisationUnit.class::cast)
        .findFirst();
  }

  private void addHeaders(Dimension dimension, List<Header> headers) {
    String name = labels.of(dimension);
    String column = name.toLowerCase(Locale.ROOT).replace(" ", "");
    headers.add(hidden(name + " ID", column + "id"));
    headers.add(Header.dimension(name, column + "name"));
    headers.add(hidden(name + " code", column + "code"));
    headers.add(hidden(name + " description", column + "description"));
  }

  private static Header hidden(String name, String column) {
    return new Header(name, column, Header.Content.TEXT, true, true);
  }

  private Header header(List<Entry> column) {
    return Header.number(
        column.stream()
            .map(entry -> labels.of(entry).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("_")),
        column.stream().map(labels::of).collect(Collectors.joining(" ")));
  }

  private List<String> cells(List<Entry> row, List<List<Entry>> columns, int levels) {
    List<String> cells = new ArrayList<>();
    if (levels > 0) {
      addPath(row, levels, cells);
    }
    for (Entry entry : row) {
      cells.add(entry.id());
      cells.add(labels.of(entry));
      cells.add(entry instanceof Entry.OfPeriod ? entry.id() : text(code(entry)));
      cells.add(text(description(entry)));
    }
    for (List<Entry> column : columns) {
      cells.add(values.getOrDefault(key(column, row), ""));
    }
    return cells;
  }

  private void addPath(List<Entry> row, int levels, List<String> cells) {
    List<String> path = new ArrayList<>();
    unit(row)
        .ifPresent(unit -> {
          tree.ancestors(tree.number(unit.uid())).forEach(above -> path.add(labels.of(above)));
          path.add(labels.of(unit));
        });
    for (int level = 0; level < levels; level++) {
      cells.add(level < path.size() ? path.get(level) : "");
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private @Nullable String code(Entry entry) {
    return object(entry).map(object -> object.identity().code()).orElse(null);
  }

  private @Nullable String description(Entry entry) {
    return object(entry)
        .filter(Nameable.class::isInstance)
        .map(object -> ((Nameable) object).displayDescription(labels.view()))
        .orElse(null);
  }

  private static Optional<MetadataObject> object(Entry entry) {
    return switch (entry) {
      case Entry.OfPeriod period -> Optional.empty();
      case Entry.OfDays range -> Optional.empty();
      case Entry.OfObject(Nameable object) -> Optional.of(object);
      case DataItem.OfElement(var element) -> Optional.of(element);
      case DataItem.OfIndicator(var indicator) -> Optional.of(indicator);
      case DataItem.Calculation(var item) -> Optional.of(item);
      case DataItem.OfRule(var rule) -> Optional.of(rule);
      case DataItem.Operand operand -> Optional.empty();
      case DataItem.Rate rate -> Optional.empty();
      case DataItem.OfProgram of -> Optional.of(of.parts().getLast());
    };
  }

  /** What the filters let through. */
  private String title() {
    return query.filters().stream()
        .filter(filter -> !filter.implied())
        .flatMap(filter -> filter.entries().stream())
        .map(labels::of)
        .collect(Collectors.joining(", "));
  }
}
