package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Notified cases of tuberculosis and what became of those who began treatment. */
public final class Tuberculosis {
  static final Element NOTIFIED =
      Element.count("TB_NOTIFIED", "TB cases notified", "Notified", Disaggregation.TB_CASE);
  static final Element COHORT =
      Element.count("TB_COHORT", "TB cases that began treatment", "Began treatment a year ago");
  static final Element CURED =
      Element.count("TB_CURED", "TB cases treated successfully", "Treated successfully");

  static final Programme PROGRAMME =
      new Programme(
          "TB",
          "Tuberculosis",
          List.of(
              new Form(
                  "TB_QUARTERLY",
                  "TB quarterly report",
                  Frequency.QUARTERLY,
                  List.of(
                      Section.of("Notifications", NOTIFIED), Section.of("Outcomes", COHORT, CURED)),
                  f -> f.laboratory(),
                  Tuberculosis::fill,
                  30)),
          List.of(
              Indicator.yearly(
                  "TB_NOTIFICATION_RATE",
                  "TB notifications per 100,000 people and year",
                  Type.PER_100000,
                  Side.of(NOTIFIED),
                  Side.of(Population.TOTAL),
                  Legend.PLAIN),
              Indicator.of(
                  "TB_SUCCESS",
                  "TB treatment success (%)",
                  Type.PERCENT,
                  Side.of(CURED),
                  Side.of(COHORT),
                  Legend.COVERAGE)),
          List.of());

  private Tuberculosis() {}

  private static void fill(Report r) {
    r.spread(NOTIFIED, r.happens(0.21), 0.58, 0.27, 0.15);
    int cohort = r.happens(0.19);
    r.put(COHORT, cohort);
    r.put(CURED, r.dice().some(cohort, 0.86));
  }
}
