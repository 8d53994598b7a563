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
    write(List.of(grid), out);
  }

  /** Writes tables below each other; where there are several, each begins with its titles. */
  static void write(List<Grid> grids, OutputStream out) {
    try (Workbook workbook = new Workbook(out, "Kituo", null)) {
      Worksheet sheet = workbook.newWorksheet("Data");
      int row = 0;
      for (Grid grid : grids) {
        if (grids.size() > 1) {
          sheet.value(row, 0, grid.title());
          sheet.style(row++, 0).bold().set();
          sheet.value(row++, 0, grid.subtitle());
        }
        row = write(grid, sheet, row) + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int write(Grid grid, Worksheet sheet, int top) {
    List<Header> headers = grid.headers();
    for (int column = 0; column < headers.size(); column++) {
      Header header = headers.get(column);
      sheet.value(top, column, header.column() == null ? header.name() : header.column());
      sheet.style(top, column).bold().set();
      if (header.hidden()) {
        sheet.hideColumn(column);
      }
    }
    int row = top + 1;
    for (List<String> cells : grid.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        cell(sheet, row, column, headers.get(column), cells.get(column));
      }
      row++;
    }
    return row;
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
