package org.kituo.server.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.util.Optional;
import org.kituo.model.metadata.Legend;
import org.kituo.model.metadata.Visualization;
import tools.jackson.databind.JsonNode;

/** One number, as large as it deserves, or as a gauge, in the colour of its legend. */
final class FigureDrawing {
  private static final double SMALLEST = 10;

  private FigureDrawing() {}

  /** A number alone. */
  static Drawing single(Visualization stored, Figures figures, Legends legends) {
    return (on, width, height) -> {
      double value = figures.first();
      Optional<Legend> legend = legends.of(name(figures), value);
      double size = Math.max(SMALLEST, Math.min(height * 0.34, width * 0.16));
      on.setFont(Look.bold(size));
      on.setColor(legend.map(Legends::color).orElse(Look.TEXT));
      Look.write(on, text(stored, value), width / 2, height * 0.55, width * 0.95, 0.5);
      on.setFont(Look.font(Math.max(SMALLEST, size * 0.3)));
      on.setColor(Look.QUIET);
      String below = legend.map(l -> String.valueOf(l.label())).orElse("");
      Look.write(on, below, width / 2, height * 0.55 + size * 0.6, width * 0.95, 0.5);
    };
  }

  /** A number on a half circle. */
  static Drawing gauge(Visualization stored, Figures figures, Legends legends) {
    return (on, width, height) -> {
      double value = figures.first();
      double least = bound(stored, "minValue", 0);
      double most = bound(stored, "maxValue", Math.max(100, value));
      double radius = Math.min(width * 0.38, height * 0.66);
      double x = width / 2;
      double y = height * 0.8;
      float thick = (float) (radius * 0.22);
      on.setStroke(new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      on.setColor(Look.LINE);
      arc(on, x, y, radius, 1);
      on.setColor(legends.of(name(figures), value).map(Legends::color).orElse(Look.series(0)));
      arc(on, x, y, radius, Math.clamp((value - least) / (most - least), 0, 1));
      on.setColor(Look.TEXT);
      on.setFont(Look.bold(radius * 0.32));
      Look.write(on, text(stored, value), x, y - radius * 0.08, radius * 1.5, 0.5);
      on.setColor(Look.QUIET);
      on.setFont(Look.font(Math.max(SMALLEST, radius * 0.09)));
      Look.write(on, Look.brief(least), x - radius, y + radius * 0.16, radius, 0.5);
      Look.write(on, Look.brief(most), x + radius, y + radius * 0.16, radius, 0.5);
      on.setStroke(new BasicStroke(1));
      on.setColor(Color.BLACK);
    };
  }

  private static void arc(Graphics2D on, double x, double y, double radius, double share) {
    if (share > 0) {
      on.draw(
          new Arc2D.Double(
              x - radius, y - radius, 2 * radius, 2 * radius, 180, -180 * share, Arc2D.OPEN));
    }
  }

  private static double bound(Visualization stored, String name, double otherwise) {
    return stored.axes().stream()
        .map(axis -> axis.path(name))
        .filter(JsonNode::isNumber)
        .mapToDouble(JsonNode::asDouble)
        .findFirst()
        .orElse(otherwise);
  }

  private static String name(Figures figures) {
    return String.join(" ", figures.series()) + " " + String.join(" ", figures.places());
  }

  private static String text(Visualization stored, double value) {
    return Look.numbers(stored.digitGroupSeparator()).format(value);
  }
}
