package org.kituo.server.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kituo.analytics.grid.Grid;

/** Tables as CSV: the titles of the columns, then the rows. */
final class GridCsv {
  private GridCsv() {}

  static void write(Grid grid, OutputStream out) {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      line(
          grid.headers().stream().map(h -> h.column() == null ? h.name() : h.column()).toList(),
          writer);
      for (List<String> row : grid.rows()) {
        line(row, writer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(List<String> cells, Writer writer) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      writer.write(quoted(cells.get(i)));
    }
    writer.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
