package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Malaria from suspicion to treatment. Follows the rains and the epidemic. */
public final class Malaria {
  static final Element SUSPECTED =
      Element.count("MAL_SUSPECTED", "Malaria suspected", "Suspected", Disaggregation.AGE);
  static final Element RDT =
      Element.count("MAL_RDT", "Malaria tests by RDT", "Tested by RDT", Disaggregation.AGE);
  static final Element MICROSCOPY =
      Element.count(
          "MAL_MICROSCOPY", "Malaria tests by microscopy", "By microscopy", Disaggregation.AGE);
  static final Element CONFIRMED =
      Element.count("MAL_CONFIRMED", "Malaria confirmed", "Confirmed", Disaggregation.AGE_AND_SEX);
  static final Element TREATED =
      Element.count("MAL_TREATED", "Malaria treated with ACT", "Treated", Disaggregation.AGE);
  static final Element ADMITTED =
      Element.count("MAL_ADMITTED", "Malaria admissions", "Admissions", Disaggregation.AGE);
  static final Element DEATHS =
      Element.count("MAL_DEATHS", "Malaria deaths in wards", "Deaths", Disaggregation.AGE);

  private static final double[] BY_AGE = {0.42, 0.58};
  private static final double[] BY_AGE_AND_SEX = {0.22, 0.22, 0.31, 0.25};

  static final Programme PROGRAMME =
      new Programme(
          "MAL",
          "Malaria",
          List.of(
              new Form(
                  "MAL_MONTHLY",
                  "Malaria monthly report",
                  Frequency.MONTHLY,
                  List.of(
                      Section.of("Suspected and tested", SUSPECTED, RDT, MICROSCOPY),
                      Section.of("Confirmed", CONFIRMED),
                      Section.of("Treated", TREATED),
                      Section.of("Wards", ADMITTED, DEATHS)),
                  f -> true,
                  Malaria::fill,
                  15)),
          List.of(
              Indicator.yearly(
                  "MAL_INCIDENCE",
                  "Malaria incidence per 1,000 people and year",
                  Type.PER_1000,
                  Side.of(CONFIRMED),
                  Side.of(Population.TOTAL),
                  Legend.INCIDENCE),
              Indicator.of(
                  "MAL_POSITIVITY",
                  "Malaria test positivity (%)",
                  Type.PERCENT,
                  Side.of(CONFIRMED),
                  Side.of(RDT.total() + "+" + MICROSCOPY.total(), "Malaria tests"),
                  Legend.POSITIVITY),
              Indicator.of(
                  "MAL_TESTED",
                  "Malaria suspected cases tested (%)",
                  Type.PERCENT,
                  Side.of(RDT.total() + "+" + MICROSCOPY.total(), "Malaria tests"),
                  Side.of(SUSPECTED),
                  Legend.COVERAGE),
              Indicator.of(
                  "MAL_TREATED_RATE",
                  "Malaria confirmed cases treated (%)",
                  Type.PERCENT,
                  Side.of(TREATED),
                  Side.of(CONFIRMED),
                  Legend.COVERAGE),
              Indicator.of(
                  "MAL_UNDER_5_SHARE",
                  "Children under 5 among malaria cases (%)",
                  Type.PERCENT,
                  Side.of(CONFIRMED.part(0) + "+" + CONFIRMED.part(1), "Confirmed under 5 years"),
                  Side.of(CONFIRMED),
                  Legend.PLAIN),
              Indicator.of(
                  "MAL_FATALITY",
                  "Malaria case fatality in wards (%)",
                  Type.PERCENT,
                  Side.of(DEATHS),
                  Side.of(ADMITTED),
                  Legend.LOWER_IS_BETTER)),
          List.of(
              Rule.atMost(
                  "MAL_CONFIRMED_TESTED",
                  "Malaria confirmed among tested",
                  "HIGH",
                  Side.of(CONFIRMED),
                  Side.of(RDT.total() + "+" + MICROSCOPY.total(), "Malaria tests")),
              Rule.atMost(
                  "MAL_TESTED_SUSPECTED",
                  "Malaria tested among suspected",
                  "MEDIUM",
                  Side.of(RDT.total() + "+" + MICROSCOPY.total(), "Malaria tests"),
                  Side.of(SUSPECTED)),
              Rule.atMost(
                  "MAL_DEATHS_ADMITTED",
                  "Malaria deaths among admissions",
                  "HIGH",
                  Side.of(DEATHS),
                  Side.of(ADMITTED))));

  private Malaria() {}

  private static void fill(Report r) {
    double level = r.surroundings().malaria(r.facility().district(), r.span());
    int sick = r.happens(9 * level);
    int suspected = sick + r.happens(13);
    int tested = r.dice().some(suspected, r.dice().between(0.86, 0.99));
    int byMicroscopy = r.facility().laboratory() ? r.dice().some(tested, 0.25) : 0;
    int confirmed = Math.min(tested, r.dice().some(sick, 0.95));
    r.spread(SUSPECTED, suspected, BY_AGE);
    r.spread(RDT, tested - byMicroscopy, BY_AGE);
    r.spread(MICROSCOPY, byMicroscopy, BY_AGE);
    r.spread(CONFIRMED, confirmed, BY_AGE_AND_SEX);
    r.spread(TREATED, r.dice().some(confirmed, r.dice().between(0.88, 1)), BY_AGE);
    if (r.facility().wards()) {
      int admitted = r.dice().some(confirmed, 0.07);
      r.spread(ADMITTED, admitted, 0.63, 0.37);
      r.spread(DEATHS, r.dice().some(admitted, 0.02), 0.7, 0.3);
    }
  }
}
