package org.kituo.model.metadata;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads the geometries of units: points and areas. */
public final class Shapes {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Shapes() {}

  /** The geometry; empty where there is none, or one of another kind, or one that is no GeoJSON. */
  public static Optional<Geometry> read(@Nullable JsonNode geometry) {
    if (geometry == null) {
      return Optional.empty();
    }
    JsonNode coordinates = geometry.path("coordinates");
    try {
      return switch (geometry.path("type").asString("")) {
        case "Point" -> Optional.of(GEOMETRY.createPoint(coordinate(coordinates)));
        case "Polygon" -> Optional.of(polygon(coordinates));
        case "MultiPolygon" ->
            Optional.of(
                GEOMETRY.createMultiPolygon(
                    coordinates.valueStream().map(Shapes::polygon).toArray(Polygon[]::new)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // rings that are not closed and the like
    }
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing[] read = rings.valueStream().map(Shapes::ring).toArray(LinearRing[]::new);
    if (read.length == 0) {
      throw new IllegalArgumentException("A polygon without a ring");
    }
    return GEOMETRY.createPolygon(read[0], java.util.Arrays.copyOfRange(read, 1, read.length));
  }

  private static LinearRing ring(JsonNode points) {
    return GEOMETRY.createLinearRing(
        points.valueStream().map(Shapes::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(JsonNode point) {
    return new Coordinate(point.path(0).asDouble(0), point.path(1).asDouble(0));
  }
}
