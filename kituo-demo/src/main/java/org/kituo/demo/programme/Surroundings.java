package org.kituo.demo.programme;

import java.util.Comparator;
import java.util.List;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Country;
import org.kituo.demo.country.District;
import org.kituo.demo.programme.Timeline.Span;
import org.locationtech.jts.geom.Coordinate;

/** What happens around the facilities: growth of the population, rains, epidemics, supply. */
public final class Surroundings {
  private static final double YEARLY_GROWTH = 1.027;
  private static final double DROUGHT_OF_SUPPLY = 0.12;

  private final Timeline timeline;
  private final Epidemic malaria;
  private final Epidemic cholera;
  private final long seed;

  /**
   * A malaria wave enters in the north-east ten months before the end and reaches the far coast
   * about seven months later; cholera starts at the western coast five months before the end.
   */
  public Surroundings(Country country, Timeline timeline, long seed) {
    this.timeline = timeline;
    this.seed = seed;
    Comparator<Coordinate> eastward = Comparator.comparingDouble(c -> c.x + c.y);
    Comparator<Coordinate> westward = Comparator.comparingDouble(c -> -c.x);
    List<Coordinate> towns = country.districts().stream().map(District::town).toList();
    Coordinate northEast = towns.stream().max(eastward).orElseThrow();
    Coordinate west = towns.stream().max(westward).orElseThrow();
    this.malaria = new Epidemic(northEast, timeline.months() - 10, 0.85, 0.9, 4.5, 6);
    this.cholera = new Epidemic(west, timeline.months() - 5, 0.9, 0.6, 14, 1.6);
  }

  /** Population relative to that of month 0. */
  double growth(Span span) {
    return StrictMath.pow(YEARLY_GROWTH, span.middle() / 12);
  }

  /** How much malaria there is in a district, 1 being ordinary: place, rains and the epidemic. */
  double malaria(District district, Span span) {
    double base = district.malaria() * rains(district, span);
    return base + malaria.at(district.town(), span.middle()) * district.malaria();
  }

  /** How much cholera there is in a district: 0 before the epidemic. */
  double cholera(District district, Span span) {
    return cholera.at(district.town(), span.middle());
  }

  /**
   * Two rainy seasons: a long one that peaks in May and a short one in November, somewhat later in
   * the north; malaria follows about a month after.
   */
  private double rains(District district, Span span) {
    double month = timeline.from().getMonthValue() - 1 + span.middle();
    double delay = 1 + (district.town().y + 4) * 0.15;
    double t = 2 * StrictMath.PI * (month - delay) / 12;
    return 1
        + 0.35 * StrictMath.cos(t - 2 * StrictMath.PI * 4.5 / 12)
        + 0.30 * StrictMath.cos(2 * (t - 2 * StrictMath.PI * 4.5 / 12));
  }

  /** Share of the need for a commodity that is in store at the end of a month: 0 is empty. */
  double storedMonths(District district, int facility, String item, int month) {
    long what = Dice.hash(item);
    boolean drought =
        Dice.at(seed, what, district.index(), Math.floorDiv(month, 2), 1).chance(DROUGHT_OF_SUPPLY);
    Dice dice = Dice.at(seed, what, facility, month);
    double supply = district.supply() - (drought ? 0.5 : 0);
    return dice.chance(supply) ? dice.between(0.3, 2.5) : 0;
  }
}
