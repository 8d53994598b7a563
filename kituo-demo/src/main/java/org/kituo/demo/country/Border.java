package org.kituo.demo.country;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.chance.Dice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;

/**
 * Bends straight borders into natural ones by midpoint displacement.
 *
 * <p>The bend depends only on the two ends of a border, taken in a fixed order, so that the two
 * neighbours of a border bend it alike and no gap opens between them. A midpoint moves sideways by
 * at most {@link #BEND} of the length, the midpoints of the halves by less, and so on: at its ends
 * the curve leaves the straight line by 37 degrees at most, so that curves from one corner do not
 * cross as long as cells have no corner sharper than 74, which relaxed Voronoi cells hardly have.
 * Pieces so short that rounding would turn them are left straight.
 */
final class Border {
  private static final double BEND = 0.13;
  private static final int HALVINGS = 4;
  private static final double PRECISION = 1e4; // 0.0001 degrees, some 11 metres
  private static final double SHORTEST = 20 / PRECISION;

  private final long seed;

  Border(long seed) {
    this.seed = seed;
  }

  /** The closed ring of a cell whose straight corners are given as a closed ring. */
  Coordinate[] bend(Coordinate[] ring) {
    CoordinateList bent = new CoordinateList();
    for (int i = 0; i + 1 < ring.length; i++) {
      for (Coordinate c : between(ring[i], ring[i + 1])) {
        bent.add(rounded(c), false);
      }
    }
    bent.closeRing();
    return bent.toCoordinateArray();
  }

  /** A coordinate as it is published. */
  static Coordinate rounded(Coordinate c) {
    return new Coordinate(
        StrictMath.rint(c.x * PRECISION) / PRECISION, StrictMath.rint(c.y * PRECISION) / PRECISION);
  }

  private List<Coordinate> between(Coordinate from, Coordinate to) {
    boolean forward = from.compareTo(to) <= 0;
    Coordinate low = forward ? from : to;
    Coordinate high = forward ? to : from;
    List<Coordinate> line = new ArrayList<>();
    line.add(low);
    halve(low, high, HALVINGS, diceAt(low, high), line);
    line.add(high);
    return forward ? line : line.reversed();
  }

  private Dice diceAt(Coordinate a, Coordinate b) {
    return Dice.at(
        seed,
        Double.doubleToLongBits(a.x),
        Double.doubleToLongBits(a.y),
        Double.doubleToLongBits(b.x),
        Double.doubleToLongBits(b.y));
  }

  private static void halve(
      Coordinate a, Coordinate b, int halvings, Dice dice, List<Coordinate> line) {
    if (halvings == 0 || a.distance(b) < SHORTEST) {
      return;
    }
    double aside = dice.between(-BEND, BEND) * halvings / HALVINGS;
    Coordinate middle =
        new Coordinate(
            (a.x + b.x) / 2 - aside * (b.y - a.y), (a.y + b.y) / 2 + aside * (b.x - a.x));
    halve(a, middle, halvings - 1, dice, line);
    line.add(middle);
    halve(middle, b, halvings - 1, dice, line);
  }
}
