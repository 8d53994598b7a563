package org.kituo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints measurements as a table in Markdown, with those of a DHIS2 beside them where there are
 * any.
 */
final class Table {
  private Table() {}

  static String of(List<Measurement> kituo, List<Measurement> dhis2) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("what", "Kituo", "bar", "", "DHIS2"));
    for (Measurement measurement : kituo) {
      rows.add(
          List.of(
              measurement.what(),
              measurement.measured(),
              measurement.wanted(),
              measurement.bar() == null ? "" : measurement.misses() ? "MISSED" : "ok",
              dhis2.stream()
                  .filter(other -> other.what().equals(measurement.what()))
                  .findFirst()
                  .map(Measurement::measured)
                  .orElse("")));
    }
    int columns = dhis2.isEmpty() ? 4 : 5;
    int[] widths =
        IntStream.range(0, columns)
            .map(column -> rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(
        1,
        Arrays.stream(widths)
            .mapToObj(width -> "-".repeat(Math.max(3, width)))
            .collect(Collectors.joining(" | ", "| ", " |")));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(Math.max(3, widths[i]) - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
