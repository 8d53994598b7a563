package org.kituo.server.analytics;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.springframework.web.util.HtmlUtils;

/** Tables as a piece of a page. Columns that are not for people are left out. */
final class GridHtml {
  private static final String STYLE =
      """
      <style type="text/css">
      .gridDiv { font-family: sans-serif; }
      table.gridTable { border-collapse: collapse; }
      .gridTable th, .gridTable td { padding: 6px; border: 1px solid #ddd; }
      .gridTable th { background-color: #eee; }
      </style>
      """;

  private GridHtml() {}

  static void write(Grid grid, boolean style, OutputStream out) {
    try (PrintWriter page = page(out)) {
      page.print(style ? STYLE : "");
      write(grid, page);
    }
  }

  /** Writes tables below each other. */
  static void write(List<Grid> grids, OutputStream out) {
    try (PrintWriter page = page(out)) {
      page.print(STYLE);
      grids.forEach(grid -> write(grid, page));
    }
  }

  private static PrintWriter page(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private static void write(Grid grid, PrintWriter page) {
    page.print("<div class=\"gridDiv\">\n");
    page.print("<h3>" + HtmlUtils.htmlEscape(grid.title()) + "</h3>\n");
    page.print("<h4>" + HtmlUtils.htmlEscape(grid.subtitle()) + "</h4>\n");
    page.print("<table class=\"listTable gridTable\">\n<thead>\n<tr>\n");
    for (Header header : grid.headers()) {
      if (!header.hidden()) {
        cell("th", header, header.column() == null ? header.name() : header.column(), page);
      }
    }
    page.print("</tr>\n</thead>\n<tbody>\n");
    grid.rows().forEach(row -> row(grid.headers(), row, page));
    page.print("</tbody>\n</table>\n</div>\n");
  }

  private static void row(List<Header> headers, List<String> row, PrintWriter page) {
    page.print("<tr>\n");
    for (int i = 0; i < row.size(); i++) {
      if (!headers.get(i).hidden()) {
        cell("td", headers.get(i), row.get(i), page);
      }
    }
    page.print("</tr>\n");
  }

  private static void cell(String element, Header header, String text, PrintWriter page) {
    page.print("<" + element + (header.meta() ? " style=\"text-align:left\"" : "") + ">");
    page.print(HtmlUtils.htmlEscape(text));
    page.print("</" + element + ">\n");
  }
}
