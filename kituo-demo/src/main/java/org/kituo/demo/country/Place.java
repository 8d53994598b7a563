package org.kituo.demo.country;

import org.kituo.demo.chance.Dice;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Finds places inside an area, as they are published (rounded coordinates). */
final class Place {
  private static final int TRIES = 200;

  private Place() {}

  /** A place anywhere in the area. */
  static Coordinate anywhere(Polygon area, Dice dice) {
    Envelope box = area.getEnvelopeInternal();
    for (int i = 0; i < TRIES; i++) {
      Coordinate c =
          Border.rounded(
              new Coordinate(
                  dice.between(box.getMinX(), box.getMaxX()),
                  dice.between(box.getMinY(), box.getMaxY())));
      if (inside(c, area)) {
        return c;
      }
    }
    return Border.rounded(area.getInteriorPoint().getCoordinate());
  }

  /** A place about this many degrees from a centre, but inside the area. */
  static Coordinate near(Coordinate centre, double degrees, Polygon area, Dice dice) {
    for (int i = 0; i < TRIES; i++) {
      Coordinate c =
          Border.rounded(
              new Coordinate(
                  centre.x + degrees * dice.normal(), centre.y + degrees * dice.normal()));
      if (inside(c, area)) {
        return c;
      }
    }
    return centre;
  }

  private static boolean inside(Coordinate c, Polygon area) {
    return SimplePointInAreaLocator.locate(c, area) == Location.INTERIOR;
  }
}
