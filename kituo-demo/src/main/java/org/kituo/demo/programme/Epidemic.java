package org.kituo.demo.programme;

import org.locationtech.jts.geom.Coordinate;

/**
 * An outbreak that starts in one place and travels over the country: around each place the cases
 * rise and fall as a bell curve whose peak comes later the farther the place is away.
 *
 * @param origin where it starts, in degrees
 * @param start when it peaks at its origin, in months since month 0
 * @param degreesPerMonth how fast it travels
 * @param width standard deviation of the bell curve in months
 * @param peak height of the curve at the origin; it loses half of it over {@code halving} degrees
 * @param halving the distance in degrees over which the height halves
 */
public record Epidemic(
    Coordinate origin,
    double start,
    double degreesPerMonth,
    double width,
    double peak,
    double halving) {

  /** How strong it is at a place and time: 0 when it is not there, up to {@code peak}. */
  public double at(Coordinate place, double month) {
    double away = place.distance(origin);
    double since = (month - start - away / degreesPerMonth) / width;
    if (Math.abs(since) > 4) {
      return 0;
    }
    double height = peak * StrictMath.pow(0.5, away / halving);
    return height * StrictMath.exp(-since * since / 2);
  }
}
