package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Tests for HIV and their results. */
public final class Hiv {
  static final Element TESTED =
      Element.count("HIV_TESTED", "HIV tests", "Tested", Disaggregation.HIV_AGE_AND_SEX);
  static final Element POSITIVE =
      Element.count(
          "HIV_POSITIVE", "HIV positive tests", "Positive", Disaggregation.HIV_AGE_AND_SEX);

  /** Female and male of each age group from young to old. */
  private static final double[] TESTED_BY = {0.06, 0.06, 0.2, 0.1, 0.28, 0.18, 0.06, 0.06};

  private static final double[] POSITIVE_BY = {0.03, 0.03, 0.17, 0.05, 0.38, 0.22, 0.06, 0.06};

  static final Programme PROGRAMME =
      new Programme(
          "HIV",
          "HIV testing",
          List.of(
              new Form(
                  "HIV_MONTHLY",
                  "HIV testing monthly report",
                  Frequency.MONTHLY,
                  List.of(Section.of("Tests", TESTED), Section.of("Positive results", POSITIVE)),
                  f -> f.testsForHiv(),
                  Hiv::fill,
                  15)),
          List.of(
              Indicator.of(
                  "HIV_POSITIVITY",
                  "HIV test positivity (%)",
                  Type.PERCENT,
                  Side.of(POSITIVE),
                  Side.of(TESTED),
                  Legend.LOWER_IS_BETTER),
              Indicator.yearly(
                  "HIV_TESTS_PER_1000",
                  "HIV tests per 1,000 people and year",
                  Type.PER_1000,
                  Side.of(TESTED),
                  Side.of(Population.TOTAL),
                  Legend.PLAIN)),
          List.of(
              Rule.atMost(
                  "HIV_POSITIVE_TESTED",
                  "HIV positive among tested",
                  "HIGH",
                  Side.of(POSITIVE),
                  Side.of(TESTED))));

  private Hiv() {}

  private static void fill(Report r) {
    int tested = r.happens(r.facility().urban() ? 11 : 6);
    r.spread(TESTED, tested, TESTED_BY);
    r.spread(POSITIVE, r.dice().some(tested, 0.024), POSITIVE_BY);
  }
}
