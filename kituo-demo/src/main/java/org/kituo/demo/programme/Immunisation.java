package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Doses given to infants. */
public final class Immunisation {
  static final Element BCG = dose("IMM_BCG", "BCG doses", "BCG");
  static final Element PENTA1 = dose("IMM_PENTA1", "Pentavalent first doses", "Pentavalent 1");
  static final Element PENTA3 = dose("IMM_PENTA3", "Pentavalent third doses", "Pentavalent 3");
  static final Element MR1 = dose("IMM_MR1", "Measles-rubella first doses", "Measles-rubella 1");
  static final Element MR2 = dose("IMM_MR2", "Measles-rubella second doses", "Measles-rubella 2");

  private static final double INFANTS_PER_THOUSAND = 31 / 12.0;

  static final Programme PROGRAMME =
      new Programme(
          "IMM",
          "Immunisation",
          List.of(
              new Form(
                  "IMM_MONTHLY",
                  "Immunisation monthly report",
                  Frequency.MONTHLY,
                  List.of(Section.of("Doses given", BCG, PENTA1, PENTA3, MR1, MR2).grey(MR2, 0)),
                  f -> f.motherAndChild(),
                  Immunisation::fill,
                  15)),
          List.of(
              coverage("BCG_COVERAGE", "BCG coverage under 1 year (%)", BCG),
              coverage("PENTA3_COVERAGE", "Pentavalent 3 coverage under 1 year (%)", PENTA3),
              coverage("MR1_COVERAGE", "Measles-rubella 1 coverage under 1 year (%)", MR1),
              Indicator.of(
                  "PENTA_DROPOUT",
                  "Pentavalent drop-out from dose 1 to dose 3 (%)",
                  Type.PERCENT,
                  Side.of(PENTA1.total() + "-" + PENTA3.total(), "First doses without a third"),
                  Side.of(PENTA1),
                  Legend.LOWER_IS_BETTER)),
          List.of(
              Rule.atMost(
                  "IMM_PENTA",
                  "Third among first pentavalent doses",
                  "MEDIUM",
                  Side.of(PENTA3),
                  Side.of(PENTA1))));

  private Immunisation() {}

  private static Element dose(String code, String name, String formName) {
    return Element.count(code, name, formName, Disaggregation.INFANT_AGE);
  }

  private static Indicator coverage(String code, String name, Element dose) {
    return Indicator.yearly(
        code,
        name,
        Type.PERCENT,
        Side.of(dose.part(0), dose.name() + " under 1 year"),
        Side.of(Population.UNDER_1),
        Legend.COVERAGE);
  }

  private static void fill(Report r) {
    int infants = r.happens(INFANTS_PER_THOUSAND * r.facility().district().supply() * 1.15);
    int first = r.dice().some(infants, 0.97);
    r.spread(BCG, infants, 0.97, 0.03);
    r.spread(PENTA1, first, 0.96, 0.04);
    r.spread(PENTA3, r.dice().some(first, 0.91), 0.94, 0.06);
    r.spread(MR1, r.dice().some(first, 0.86), 0.9, 0.1);
    r.put(MR2, 1, r.dice().some(first, 0.72));
  }
}
