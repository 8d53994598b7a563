package org.kituo.demo.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kituo.demo.payload.Entity;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geometries as GeoJSON (RFC 7946): outer rings counterclockwise, holes clockwise. */
final class GeoJson {
  private GeoJson() {}

  static Map<String, Object> point(Coordinate c) {
    return new Entity().with("type", "Point").with("coordinates", position(c));
  }

  /** A polygon, or a multipolygon where an area has several parts. */
  static Map<String, Object> of(Geometry area) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      parts.add(rings((Polygon) area.getGeometryN(i)));
    }
    return parts.size() == 1
        ? new Entity().with("type", "Polygon").with("coordinates", parts.getFirst())
        : new Entity().with("type", "MultiPolygon").with("coordinates", parts);
  }

  private static List<Object> rings(Polygon polygon) {
    List<Object> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false));
    }
    return rings;
  }

  private static List<List<Double>> ring(LinearRing ring, boolean counterclockwise) {
    List<List<Double>> positions = new ArrayList<>();
    for (Coordinate c : ring.getCoordinates()) {
      positions.add(position(c));
    }
    boolean isSo = Orientation.isCCW(ring.getCoordinateSequence());
    return isSo == counterclockwise ? positions : positions.reversed();
  }

  private static List<Double> position(Coordinate c) {
    return List.of(c.x, c.y);
  }
}
