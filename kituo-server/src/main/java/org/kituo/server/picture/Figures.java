package org.kituo.server.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;

/**
 * The numbers of a chart or map.
 *
 * @param series the names of the series
 * @param places the names of the places that each series has a value for
 * @param ids the identifier of the first item of each place; empty where places have no items
 * @param values by series and place; NaN where there is none
 */
record Figures(List<String> series, List<String> places, List<String> ids, double[][] values) {

  /** The numbers of a table with dimensions across and down. */
  static Figures of(Grid grid) {
    List<Integer> numbers = columns(grid, false);
    List<Integer> names =
        columns(grid, true).stream().filter(i -> !grid.headers().get(i).hidden()).toList();
    List<String> places = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    double[][] values = new double[numbers.size()][grid.rows().size()];
    for (int place = 0; place < grid.rows().size(); place++) {
      List<String> row = grid.rows().get(place);
      places.add(String.join(" ", names.stream().map(row::get).toList()));
      ids.add(names.isEmpty() ? "" : row.getFirst());
      for (int s = 0; s < values.length; s++) {
        values[s][place] = number(row.get(numbers.get(s)));
      }
    }
    return new Figures(
        numbers.stream().map(i -> title(grid.headers().get(i))).toList(), places, ids, values);
  }

  private static List<Integer> columns(Grid grid, boolean meta) {
    return IntStream.range(0, grid.headers().size())
        .filter(i -> grid.headers().get(i).meta() == meta)
        .boxed()
        .toList();
  }

  /** How a column is called: dimensions by their names, numbers by those of their items. */
  static String title(Header header) {
    return header.column() == null || header.meta() ? header.name() : header.column();
  }

  /** The number that a cell shows; NaN for none. */
  static double number(String cell) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The totals of several years beside one another, each under its year, along the periods of the
   * first, whose names lose their year.
   */
  static Figures ofYears(List<Figures> parts, List<Integer> years) {
    Figures first = parts.getFirst();
    double[][] values =
        parts.stream().map(part -> part.total(first.places.size())).toArray(double[][]::new);
    return new Figures(
        years.stream().map(String::valueOf).toList(),
        first.places.stream().map(name -> name.replaceAll("[ -]*\\d{4}$", "")).toList(),
        first.ids,
        values);
  }

  private double[] total(int length) {
    return IntStream.range(0, length).mapToDouble(this::sum).toArray();
  }

  private double sum(int place) {
    double sum = Double.NaN;
    for (double[] row : values) {
      sum = sum(sum, place < row.length ? row[place] : Double.NaN);
    }
    return sum;
  }

  /** The sum of those of two numbers that there are. */
  private static double sum(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : one + other;
  }

  /** The first number there is; NaN for none. */
  double first() {
    return IntStream.range(0, places.size())
        .boxed()
        .flatMapToDouble(p -> IntStream.range(0, values.length).mapToDouble(s -> values[s][p]))
        .filter(value -> !Double.isNaN(value))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Some of the places, in an order. */
  Figures choose(List<Integer> chosen) {
    double[][] some =
        Arrays.stream(values)
            .map(row -> chosen.stream().mapToDouble(p -> row[p]).toArray())
            .toArray(double[][]::new);
    return new Figures(
        series,
        chosen.stream().map(places::get).toList(),
        chosen.stream().map(ids::get).toList(),
        some);
  }

  /** With series for places and places for series. */
  Figures turned() {
    double[][] turned = new double[places.size()][values.length];
    for (int s = 0; s < values.length; s++) {
      for (int p = 0; p < places.size(); p++) {
        turned[p][s] = values[s][p];
      }
    }
    return new Figures(places, series, series, turned);
  }

  /** Each value with all before it. */
  Figures cumulated() {
    double[][] cumulated = new double[values.length][places.size()];
    for (int s = 0; s < values.length; s++) {
      double running = Double.NaN;
      for (int p = 0; p < places.size(); p++) {
        running = sum(running, values[s][p]);
        cumulated[s][p] = running;
      }
    }
    return new Figures(series, places, ids, cumulated);
  }

  /** Each value as per cent of all series of its place. */
  Figures shares() {
    double[][] shares = new double[values.length][places.size()];
    double[] totals = total(places.size());
    for (int s = 0; s < values.length; s++) {
      for (int p = 0; p < places.size(); p++) {
        shares[s][p] = totals[p] == 0 ? Double.NaN : 100 * values[s][p] / totals[p];
      }
    }
    return new Figures(series, places, ids, shares);
  }
}
