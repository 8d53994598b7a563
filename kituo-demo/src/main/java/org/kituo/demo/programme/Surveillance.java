package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Element.Kind;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Weekly notification of epidemic diseases from sentinel sites; zero is reported too. */
public final class Surveillance {
  static final Element CHOLERA =
      Element.of(Kind.COUNT_WITH_ZERO, "IDSR_CHOLERA", "Cholera cases (weekly)", "Cholera");
  static final Element CHOLERA_DEATHS =
      Element.of(
          Kind.COUNT_WITH_ZERO, "IDSR_CHOLERA_DEATHS", "Cholera deaths (weekly)", "Cholera deaths");
  static final Element MEASLES =
      Element.of(Kind.COUNT_WITH_ZERO, "IDSR_MEASLES", "Measles cases (weekly)", "Measles");
  static final Element MENINGITIS =
      Element.of(
          Kind.COUNT_WITH_ZERO, "IDSR_MENINGITIS", "Meningitis cases (weekly)", "Meningitis");

  static final Programme PROGRAMME =
      new Programme(
          "IDSR",
          "Disease surveillance",
          List.of(
              new Form(
                  "IDSR_WEEKLY",
                  "Weekly disease surveillance",
                  Frequency.WEEKLY,
                  List.of(
                      Section.of(
                          "Epidemic diseases", CHOLERA, CHOLERA_DEATHS, MEASLES, MENINGITIS)),
                  f -> f.sentinel(),
                  Surveillance::fill,
                  3)),
          List.of(
              Indicator.of(
                  "CHOLERA_FATALITY",
                  "Cholera case fatality (%)",
                  Type.PERCENT,
                  Side.of(CHOLERA_DEATHS),
                  Side.of(CHOLERA),
                  Legend.LOWER_IS_BETTER)),
          List.of());

  private Surveillance() {}

  private static void fill(Report r) {
    double cholera = r.surroundings().cholera(r.facility().district(), r.span());
    int cases = r.happens(0.05 * cholera);
    r.put(CHOLERA, cases);
    r.put(CHOLERA_DEATHS, r.dice().some(cases, 0.018));
    r.put(MEASLES, r.happens(0.02));
    r.put(MENINGITIS, r.happens(0.006));
  }
}
