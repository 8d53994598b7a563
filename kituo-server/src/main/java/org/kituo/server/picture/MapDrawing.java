package org.kituo.server.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Layers of units over one another, in Mercator's projection, with what their colours mean. */
record MapDrawing(List<Layer> layers) implements Drawing {
  private static final double MARGIN = 10;
  private static final double KEY = 190;
  private static final double LINE = 17;

  /**
   * A layer.
   *
   * @param title what the legend calls it
   * @param places the units
   * @param key what the colours mean, from low to high
   * @param opacity from 0 to 1
   */
  record Layer(String title, List<Place> places, List<Key> key, double opacity) {}

  /** A unit with its GeoJSON geometry, a colour to fill it with, and a radius for points. */
  record Place(JsonNode geometry, Color fill, double radius) {}

  /** A colour and what it means. */
  record Key(Color color, String text) {}

  @Override
  public void draw(Graphics2D on, double width, double height) {
    Rectangle2D all = bounds();
    if (all == null) {
      on.setFont(Look.font(12));
      on.setColor(Look.QUIET);
      Look.write(on, "No unit of this map has coordinates.", width / 2, height / 2, width, 0.5);
      return;
    }
    double room = width - KEY - 2 * MARGIN;
    double scale =
        Math.min(
            room / Math.max(all.getWidth(), 1e-9),
            (height - 2 * MARGIN) / Math.max(all.getHeight(), 1e-9));
    AffineTransform fit = new AffineTransform();
    fit.translate(MARGIN + room / 2, height / 2);
    fit.scale(scale, -scale);
    fit.translate(-all.getCenterX(), -all.getCenterY());
    double y = MARGIN + LINE;
    for (Layer layer : layers) {
      layer.places.forEach(place -> draw(on, place, layer.opacity, fit));
    }
    for (Layer layer : layers) {
      y = layer.key.isEmpty() ? y : key(on, layer, width - KEY, y);
    }
  }

  private static void draw(Graphics2D on, Place place, double opacity, AffineTransform fit) {
    Shape shape = shape(place.geometry);
    if (MapLayers.isPoint(place.geometry)) {
      Point2D at = fit.transform(point(place.geometry.path("coordinates")), null);
      shape =
          new Ellipse2D.Double(
              at.getX() - place.radius,
              at.getY() - place.radius,
              2 * place.radius,
              2 * place.radius);
    } else {
      shape = fit.createTransformedShape(shape);
    }
    on.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    on.setColor(place.fill);
    on.fill(shape);
    on.setComposite(AlphaComposite.SrcOver);
    on.setColor(Look.QUIET);
    on.setStroke(new BasicStroke(0.6f));
    on.draw(shape);
  }

  private static double key(Graphics2D on, Layer layer, double x, double top) {
    double y = top;
    on.setFont(Look.bold(10.5));
    on.setColor(Look.TEXT);
    Look.write(on, layer.title, x, y, KEY - MARGIN, 0);
    on.setFont(Look.font(10.5));
    for (Key key : layer.key) {
      y += LINE;
      on.setColor(key.color);
      on.fill(new Rectangle2D.Double(x, y - 10, 12, 12));
      on.setColor(Look.TEXT);
      Look.write(on, key.text, x + 18, y, KEY - 18 - MARGIN, 0);
    }
    return y + 1.5 * LINE;
  }

  private @Nullable Rectangle2D bounds() {
    Rectangle2D all = null;
    for (Layer layer : layers) {
      for (Place place : layer.places) {
        Rectangle2D one = shape(place.geometry).getBounds2D();
        if (all == null) {
          all = one;
        } else {
          all.add(one);
        }
      }
    }
    return all;
  }

  /** The outline of a geometry in the plane; of a point the point. */
  private static Path2D shape(JsonNode geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    rings(geometry.path("coordinates"), path);
    return path;
  }

  private static void rings(JsonNode coordinates, Path2D path) {
    if (coordinates.path(0).isNumber()) {
      Point2D at = point(coordinates);
      path.moveTo(at.getX(), at.getY());
    } else if (coordinates.path(0).path(0).isNumber()) {
      for (int i = 0; i < coordinates.size(); i++) {
        Point2D at = point(coordinates.path(i));
        if (i == 0) {
          path.moveTo(at.getX(), at.getY());
        } else {
          path.lineTo(at.getX(), at.getY());
        }
      }
      path.closePath();
    } else {
      coordinates.forEach(part -> rings(part, path));
    }
  }

  private static Point2D point(JsonNode coordinates) {
    double latitude = Math.clamp(coordinates.path(1).asDouble(0), -85, 85);
    return new Point2D.Double(
        Math.toRadians(coordinates.path(0).asDouble(0)),
        Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
  }
}
