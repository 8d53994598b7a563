package org.kituo.server.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;

/** Tables as a spreadsheet of one sheet: the titles of the columns, then the rows. */
final class GridSheet {
  private GridSheet() {}

  static void write(Grid grid, OutputStream out) {
    try (Workbook workbook = new Workbook(out, "Kituo", null)) {
      Worksheet sheet = workbook.newWorksheet("Data");
      List<Header> headers = grid.headers();
      for (int column = 0; column < headers.size(); column++) {
        Header header = headers.get(column);
        sheet.value(0, column, header.column() == null ? header.name() : header.column());
        sheet.style(0, column).bold().set();
        if (header.hidden()) {
          sheet.hideColumn(column);
        }
      }
      for (int row = 0; row < grid.rows().size(); row++) {
        List<String> cells = grid.rows().get(row);
        for (int column = 0; column < cells.size(); column++) {
          cell(sheet, row + 1, column, headers.get(column), cells.get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cell(Worksheet sheet, int row, int column, Header header, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (header.content() == Header.Content.NUMBER || header.content() == Header.Content.COUNT) {
      try {
        sheet.value(row, column, Double.parseDouble(text));
        return;
      } catch (NumberFormatException e) {
        // the value of a data element of text: written as such
      }
    }
    sheet.value(row, column, text);
  }
}
