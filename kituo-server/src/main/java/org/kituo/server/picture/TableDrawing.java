package org.kituo.server.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.LegendDisplayStyle;

/**
 * A table as a picture: the rows that fit, and in words how many more there are. Letters become
 * smaller where there are many columns.
 */
final class TableDrawing implements Drawing {
  static final double ROW = 20;
  private static final double PADDING = 6;

  /** Columns of numbers narrower than this would lose digits: the table is drawn smaller. */
  private static final double NARROW = 56;

  private final Visualization stored;
  private final Legends legends;
  private final Grid grid;
  private final List<Integer> columns;
  private final List<List<String>> rows;

  TableDrawing(Visualization stored, Grid grid, Legends legends, List<List<String>> rows) {
    this.stored = stored;
    this.legends = legends;
    this.grid = grid;
    this.rows = rows;
    this.columns =
        IntStream.range(0, grid.headers().size())
            .filter(i -> !grid.headers().get(i).hidden())
            .boxed()
            .toList();
  }

  @Override
  public void draw(Graphics2D on, double width, double height) {
    double scale = Math.min(1, width / (columns.stream().mapToDouble(this::share).sum() * NARROW));
    Graphics2D scaled = (Graphics2D) on.create();
    scaled.scale(scale, scale);
    drawScaled(scaled, width / scale, height / scale);
    scaled.dispose();
  }

  private void drawScaled(Graphics2D on, double width, double height) {
    int fitting = (int) Math.max(1, height / ROW - 2);
    int shown = rows.size() <= fitting ? rows.size() : Math.max(1, fitting - 1);
    double[] widths = widths(width);
    head(on, widths, width);
    for (int row = 0; row < shown; row++) {
      row(on, ROW * (row + 2), widths, width, row);
    }
    if (shown < rows.size()) {
      on.setColor(Look.QUIET);
      on.setFont(Look.font(11));
      String more = "and %d more rows".formatted(rows.size() - shown);
      Look.write(on, more, PADDING, ROW * (shown + 3) - PADDING, width, 0);
    }
  }

  /** Names get twice the room of numbers. */
  private double[] widths(double width) {
    double parts = columns.stream().mapToDouble(this::share).sum();
    return columns.stream().mapToDouble(c -> share(c) * width / parts).toArray();
  }

  private double share(int column) {
    return grid.headers().get(column).meta() ? 2 : 1;
  }

  /** The names of columns, each in two lines. */
  private void head(Graphics2D on, double[] widths, double width) {
    on.setColor(Look.HEAD);
    on.fill(new Rectangle2D.Double(0, 0, width, 2 * ROW));
    on.setColor(Look.QUIET);
    on.setFont(Look.bold(10));
    double x = 0;
    for (int i = 0; i < widths.length; i++) {
      Header header = grid.headers().get(columns.get(i));
      double room = widths[i] - 2 * PADDING;
      List<String> lines = Look.lines(on, Figures.title(header), room);
      double left = x + (header.meta() ? PADDING : widths[i] - PADDING);
      double align = header.meta() ? 0 : 1;
      Look.write(on, lines.getFirst(), left, ROW - PADDING, room, align);
      String rest = String.join(" ", lines.subList(1, lines.size()));
      Look.write(on, rest, left, 1.7 * ROW - PADDING, room, align);
      x += widths[i];
    }
  }

  private void row(Graphics2D on, double y, double[] widths, double width, int row) {
    double x = 0;
    on.setFont(Look.font(11));
    for (int i = 0; i < widths.length; i++) {
      Header header = grid.headers().get(columns.get(i));
      String text = rows.get(row).get(columns.get(i));
      double number = header.meta() ? Double.NaN : Figures.number(text);
      Optional<Color> legend =
          legends.of(Figures.title(header) + " " + rows.get(row), number).map(Legends::color);
      boolean fill = legend.isPresent() && filled();
      if (fill) {
        on.setColor(legend.orElseThrow());
        on.fill(new Rectangle2D.Double(x, y, widths[i], ROW));
      }
      on.setColor(fill ? Look.on(legend.orElseThrow()) : legend.orElse(Look.TEXT));
      Look.write(
          on,
          Double.isNaN(number) ? text : Look.numbers(stored.digitGroupSeparator()).format(number),
          x + (header.meta() ? PADDING : widths[i] - PADDING),
          y + ROW - PADDING,
          widths[i] - 2 * PADDING,
          header.meta() ? 0 : 1);
      x += widths[i];
    }
    on.setColor(Look.LINE);
    on.draw(new Line2D.Double(0, y + ROW, width, y + ROW));
  }

  private boolean filled() {
    return stored.legend() != null && stored.legend().style() != LegendDisplayStyle.TEXT;
  }
}
