package org.kituo.demo;

import org.kituo.demo.country.Country;
import org.kituo.demo.figures.Figures;
import org.kituo.demo.programme.Timeline;

/**
 * The sizes of a demo country. Values follow from facilities and months: how many a facility sends
 * in a month is counted on a small country made for that purpose.
 *
 * @param participation share of the facilities that report at all, 0..1
 */
record Plan(int facilities, Timeline timeline, double participation) {
  private static final int FACILITIES = 1_200;
  private static final int MONTHS = 24;
  private static final int PILOT_FACILITIES = 400;
  private static final int PILOT_MONTHS = 24;
  private static final int MOST_MONTHS = 240;
  private static final int MOST_FACILITIES = 250_000;
  private static final int FEWEST_FACILITIES = 4;

  /** Works the sizes out that were not asked for. */
  static Plan of(Arguments a) {
    int facilities = a.facilities() == null ? FACILITIES : a.facilities();
    int months = a.months() == null ? MONTHS : a.months();
    double participation = 1;
    if (a.values() != null) {
      double wanted = a.values() / valuesPerFacilityMonth(a);
      if (a.facilities() == null) {
        facilities = between(wanted / months, FEWEST_FACILITIES, MOST_FACILITIES);
      } else if (a.months() == null) {
        months = between(wanted / facilities, 1, MOST_MONTHS);
      }
      participation = Math.min(1, wanted / months / facilities);
    }
    return new Plan(facilities, new Timeline(months, a.until()), participation);
  }

  private static int between(double wanted, int low, int high) {
    return (int) Math.clamp(StrictMath.ceil(wanted), (double) low, (double) high);
  }

  private static double valuesPerFacilityMonth(Arguments a) {
    Country pilot = Country.of(PILOT_FACILITIES, PILOT_MONTHS, a.seed());
    Timeline timeline = new Timeline(PILOT_MONTHS, a.until());
    long values = new Figures(pilot, timeline, 1, a.seed()).count();
    return (double) values / PILOT_FACILITIES / PILOT_MONTHS;
  }
}
