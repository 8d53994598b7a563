package org.kituo.demo.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.programme.Legend;

/**
 * A chart or pivot table: what is on its columns (series), rows (categories) and filters.
 *
 * @param type the visualization type of the Web API
 * @param options further properties of the visualization
 */
record Chart(
    String code,
    String name,
    String type,
    List<Axis> columns,
    List<Axis> rows,
    List<Axis> filters,
    Map<String, Object> options)
    implements Exhibit {

  /** A dimension and the items shown of it. */
  record Axis(String dimension, List<String> items) {
    static Axis data(String... items) {
      return new Axis("dx", List.of(items));
    }

    static Axis periods(String... items) {
      return new Axis("pe", List.of(items));
    }

    static Axis units(String... items) {
      return new Axis("ou", List.of(items));
    }

    Entity payload() {
      return new Entity().with("dimension", dimension).with("items", Entity.refs(items));
    }
  }

  static Chart of(String code, String name, String type, Axis column, Axis row, Axis filter) {
    return new Chart(code, name, type, List.of(column), List.of(row), List.of(filter), Map.of());
  }

  /** A single figure: data on the columns, all else in the filters. */
  static Chart figure(String code, String name, String type, Axis data, Axis period, Axis unit) {
    return new Chart(code, name, type, List.of(data), List.of(), List.of(period, unit), Map.of());
  }

  Chart with(Map<String, Object> more) {
    return new Chart(code, name, type, columns, rows, filters, more);
  }

  /** Narrows the chart to organisation units that are on none of its axes. */
  Chart filteredByUnit(Axis unit) {
    List<Axis> more = new ArrayList<>(filters);
    more.add(unit);
    return new Chart(code, name, type, columns, rows, List.copyOf(more), options);
  }

  /** Colours the values by a legend. */
  Chart coloured(Legend legend) {
    return with(
        Map.of(
            "legend",
            new Entity()
                .with("set", Entity.ref(legend.uid()))
                .with("strategy", "FIXED")
                .with("style", "FILL")
                .with("showKey", true)));
  }

  @Override
  public String uid() {
    return Uid.of("visualization", code);
  }

  Entity payload() {
    Entity chart =
        Entity.of("visualization", code)
            .with("code", "TR_" + code)
            .with("name", name)
            .with("title", name)
            .with("type", type)
            .with("columns", columns.stream().map(Axis::payload).toList())
            .with("rows", rows.stream().map(Axis::payload).toList())
            .with("filters", filters.stream().map(Axis::payload).toList())
            .with("aggregationType", "DEFAULT")
            .with("digitGroupSeparator", "SPACE")
            .with("hideEmptyRowItems", "NONE")
            .with("showData", false)
            .with("regressionType", "NONE")
            .with("sharing", Sharing.everyoneReads());
    options.forEach(chart::with);
    return chart;
  }
}
