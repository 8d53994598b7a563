package org.kituo.demo.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.kituo.demo.chance.Dice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * An island divided into districts and regions that tile it without gaps.
 *
 * <p>Points are thrown into a rectangle of open ocean and spread by Lloyd's relaxation; their
 * Voronoi cells are land or sea. Land grows from the middle, always taking the neighbouring cell
 * that lies deepest inside a wavy outline, until there are enough districts: so the island is
 * connected by construction. Regions grow over the graph of neighbouring districts from seeds far
 * apart, by shortest distance, so each of them is connected too. In the end every border is bent
 * ({@link Border}). Coordinates are degrees of longitude and latitude (WGS 84).
 */
final class Land {
  private static final Envelope OCEAN = new Envelope(-11.5, -1.0, -9.0, 0.0);
  private static final double CELLS_PER_DISTRICT = 3.4;
  private static final int RELAXATIONS = 4;

  /** A district's area with the number of its region. */
  record Cell(Polygon area, int region) {}

  private final GeometryFactory geometries = new GeometryFactory();
  private final Dice dice;
  private final Border border;
  private final List<Polygon> cells;
  private final List<Set<Integer>> neighbours;

  private Land(int districts, long seed) {
    this.dice = Dice.at(seed, Dice.hash("land"));
    this.border = new Border(seed);
    this.cells = relaxedCells((int) StrictMath.ceil(districts * CELLS_PER_DISTRICT) + 12);
    this.neighbours = neighbours(cells);
  }

  /** The districts of an island, each in one of {@code regions} connected regions. */
  static List<Cell> divide(int districts, int regions, long seed) {
    Land land = new Land(districts, seed);
    List<Integer> dry = land.grow(districts);
    Map<Integer, Integer> regionOf = land.regions(dry, regions);
    return dry.stream()
        .map(i -> new Cell(land.bent(land.cells.get(i)), regionOf.getOrDefault(i, 0)))
        .sorted(Comparator.comparingInt(Cell::region))
        .toList();
  }

  /** The area of a region: the union of its districts. */
  static Geometry union(List<Polygon> districts) {
    return UnaryUnionOp.union(districts);
  }

  private List<Polygon> relaxedCells(int count) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(
          new Coordinate(
              dice.between(OCEAN.getMinX(), OCEAN.getMaxX()),
              dice.between(OCEAN.getMinY(), OCEAN.getMaxY())));
    }
    List<Polygon> diagram = voronoi(sites);
    for (int i = 0; i < RELAXATIONS; i++) {
      diagram = voronoi(diagram.stream().map(p -> p.getCentroid().getCoordinate()).toList());
    }
    return diagram;
  }

  private List<Polygon> voronoi(List<Coordinate> sites) {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(OCEAN);
    Geometry diagram = builder.getDiagram(geometries);
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      if (diagram.getGeometryN(i) instanceof Polygon p) {
        polygons.add(p);
      }
    }
    polygons.sort(Comparator.comparing(p -> p.getCentroid().getCoordinate()));
    return polygons;
  }

  private record Edge(Coordinate low, Coordinate high) {
    static Edge of(Coordinate a, Coordinate b) {
      return a.compareTo(b) <= 0 ? new Edge(a, b) : new Edge(b, a);
    }
  }

  private static List<Set<Integer>> neighbours(List<Polygon> cells) {
    Map<Edge, Integer> seen = new HashMap<>();
    List<Set<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      neighbours.add(new TreeSet<>());
      Coordinate[] ring = cells.get(i).getExteriorRing().getCoordinates();
      for (int k = 0; k + 1 < ring.length; k++) {
        Integer other = seen.putIfAbsent(Edge.of(ring[k], ring[k + 1]), i);
        if (other != null) {
          neighbours.get(i).add(other);
          neighbours.get(other).add(i);
        }
      }
    }
    return neighbours;
  }

  /** The cells that are land, in the order in which the island grew over them. */
  private List<Integer> grow(int districts) {
    double[] phase = {dice.between(0, 6.28), dice.between(0, 6.28), dice.between(0, 6.28)};
    double[] inland = new double[cells.size()];
    int middle = 0;
    for (int i = 0; i < inland.length; i++) {
      inland[i] = inland(cells.get(i), phase);
      middle = inland[i] > inland[middle] ? i : middle;
    }
    Comparator<Integer> deepestFirst = Comparator.comparingDouble(i -> -inland[i]);
    PriorityQueue<Integer> shore = new PriorityQueue<>(deepestFirst.thenComparing(i -> i));
    Set<Integer> land = new LinkedHashSet<>();
    shore.add(middle);
    while (land.size() < districts && !shore.isEmpty()) {
      Integer next = shore.remove();
      if (land.add(next)) {
        neighbours.get(next).stream().filter(n -> !land.contains(n)).forEach(shore::add);
      }
    }
    return List.copyOf(land);
  }

  /**
   * How far a cell lies inside a wavy outline around the middle: about 1 there and less outwards.
   * Cells cut off by the edge of the ocean come last of all.
   */
  private static double inland(Polygon cell, double[] phase) {
    Envelope box = cell.getEnvelopeInternal();
    if (box.getMinX() <= OCEAN.getMinX()
        || box.getMaxX() >= OCEAN.getMaxX()
        || box.getMinY() <= OCEAN.getMinY()
        || box.getMaxY() >= OCEAN.getMaxY()) {
      return Double.NEGATIVE_INFINITY;
    }
    Coordinate c = cell.getCentroid().getCoordinate();
    double x = (c.x - OCEAN.centre().x) / OCEAN.getWidth();
    double y = (c.y - OCEAN.centre().y) / OCEAN.getHeight();
    double angle = StrictMath.atan2(y, x);
    double outline =
        1
            + 0.22 * StrictMath.sin(2 * angle + phase[0])
            + 0.16 * StrictMath.sin(3 * angle + phase[1])
            + 0.10 * StrictMath.sin(5 * angle + phase[2]);
    return 1 - StrictMath.sqrt(x * x + y * y) / outline;
  }

  private Map<Integer, Integer> regions(List<Integer> land, int count) {
    record Claim(double distance, int cell, int region) {}
    PriorityQueue<Claim> claims =
        new PriorityQueue<>(
            Comparator.comparingDouble(Claim::distance)
                .thenComparing(Claim::region)
                .thenComparing(Claim::cell));
    List<Integer> capitals = farApart(land, count);
    for (int r = 0; r < capitals.size(); r++) {
      claims.add(new Claim(0, capitals.get(r), r));
    }
    Set<Integer> dry = Set.copyOf(land);
    Map<Integer, Integer> regionOf = new HashMap<>();
    while (!claims.isEmpty()) {
      Claim claim = claims.remove();
      if (regionOf.putIfAbsent(claim.cell, claim.region) == null) {
        for (int n : neighbours.get(claim.cell)) {
          if (dry.contains(n) && !regionOf.containsKey(n)) {
            claims.add(new Claim(claim.distance + distance(claim.cell, n), n, claim.region));
          }
        }
      }
    }
    return regionOf;
  }

  /** Cells chosen one after the other, each as far as possible from those chosen before. */
  private List<Integer> farApart(List<Integer> land, int count) {
    List<Integer> chosen = new ArrayList<>();
    chosen.add(land.getLast());
    while (chosen.size() < Math.min(count, land.size())) {
      Comparator<Integer> byDistance =
          Comparator.comparingDouble(
              i -> chosen.stream().mapToDouble(c -> distance(c, i)).min().orElse(0));
      chosen.add(land.stream().max(byDistance.thenComparing(i -> i)).orElseThrow());
    }
    return chosen;
  }

  private double distance(int a, int b) {
    return cells.get(a).getCentroid().distance(cells.get(b).getCentroid());
  }

  /** Corners so near to each other that rounding folds the border between them lose the fold. */
  private Polygon bent(Polygon cell) {
    Polygon bent = geometries.createPolygon(border.bend(cell.getExteriorRing().getCoordinates()));
    return bent.isValid() ? bent : largest(GeometryFixer.fix(bent));
  }

  private static Polygon largest(Geometry area) {
    return IntStream.range(0, area.getNumGeometries())
        .mapToObj(i -> (Polygon) area.getGeometryN(i))
        .max(Comparator.comparingDouble(Geometry::getArea))
        .orElseThrow();
  }
}
