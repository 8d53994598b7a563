package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Antenatal care, deliveries, and what becomes of mothers and newborns. */
public final class MotherAndChild {
  static final Element ANC1 = Element.count("ANC1", "Antenatal first visits", "First visits");
  static final Element ANC4 = Element.count("ANC4", "Antenatal fourth visits", "Fourth visits");
  static final Element IPTP3 =
      Element.count("IPTP3", "Antenatal clients with third IPTp dose", "Third IPTp dose");
  static final Element HIV_TESTED =
      Element.count("ANC_HIV_TESTED", "Antenatal clients tested for HIV", "Tested for HIV");
  static final Element DELIVERIES = Element.count("DELIVERIES", "Deliveries", "Deliveries");
  static final Element CAESAREANS =
      Element.count("CAESAREANS", "Deliveries by caesarean section", "By caesarean section");
  static final Element LIVE_BIRTHS = Element.count("LIVE_BIRTHS", "Live births", "Live births");
  static final Element STILLBIRTHS = Element.count("STILLBIRTHS", "Stillbirths", "Stillbirths");
  static final Element LOW_WEIGHT =
      Element.count("LOW_WEIGHT", "Live births below 2,500 grams", "Below 2,500 grams");
  static final Element MATERNAL_DEATHS =
      Element.count("MATERNAL_DEATHS", "Maternal deaths", "Maternal deaths");
  static final Element POSTNATAL =
      Element.count("POSTNATAL", "Postnatal visits within 48 hours", "Within 48 hours");

  private static final double PREGNANCIES_PER_THOUSAND = 38 / 12.0;

  static final Programme PROGRAMME =
      new Programme(
          "MCH",
          "Mother and child",
          List.of(
              new Form(
                  "MCH_MONTHLY",
                  "Mother and child monthly report",
                  Frequency.MONTHLY,
                  List.of(
                      Section.of("Antenatal care", ANC1, ANC4, IPTP3, HIV_TESTED),
                      Section.of(
                          "Maternity",
                          DELIVERIES,
                          CAESAREANS,
                          LIVE_BIRTHS,
                          STILLBIRTHS,
                          LOW_WEIGHT,
                          MATERNAL_DEATHS),
                      Section.of("Postnatal care", POSTNATAL)),
                  f -> f.motherAndChild(),
                  MotherAndChild::fill,
                  15)),
          List.of(
              coverage("ANC1_COVERAGE", "Antenatal first visit coverage (%)", ANC1),
              coverage("ANC4_COVERAGE", "Antenatal fourth visit coverage (%)", ANC4),
              coverage("DELIVERY_COVERAGE", "Institutional delivery coverage (%)", DELIVERIES),
              Indicator.of(
                  "ANC_DROPOUT",
                  "Antenatal drop-out from first to fourth visit (%)",
                  Type.PERCENT,
                  Side.of(ANC1.total() + "-" + ANC4.total(), "First visits without a fourth"),
                  Side.of(ANC1),
                  Legend.LOWER_IS_BETTER),
              Indicator.of(
                  "IPTP3_RATE",
                  "Third IPTp dose among antenatal clients (%)",
                  Type.PERCENT,
                  Side.of(IPTP3),
                  Side.of(ANC1),
                  Legend.COVERAGE),
              Indicator.of(
                  "CAESAREAN_RATE",
                  "Caesarean section rate (%)",
                  Type.PERCENT,
                  Side.of(CAESAREANS),
                  Side.of(DELIVERIES),
                  Legend.PLAIN),
              Indicator.of(
                  "STILLBIRTH_RATE",
                  "Stillbirths per 1,000 births",
                  Type.PER_1000,
                  Side.of(STILLBIRTHS),
                  Side.of(LIVE_BIRTHS.total() + "+" + STILLBIRTHS.total(), "All births"),
                  Legend.LOWER_IS_BETTER),
              Indicator.of(
                  "MATERNAL_MORTALITY",
                  "Maternal deaths per 100,000 live births",
                  Type.PER_100000,
                  Side.of(MATERNAL_DEATHS),
                  Side.of(LIVE_BIRTHS),
                  Legend.PLAIN)),
          List.of(
              Rule.atMost(
                  "MCH_ANC4_ANC1",
                  "Fourth among first antenatal visits",
                  "LOW",
                  Side.of(ANC4),
                  Side.of(ANC1)),
              Rule.atMost(
                  "MCH_CAESAREANS",
                  "Caesarean sections among deliveries",
                  "HIGH",
                  Side.of(CAESAREANS),
                  Side.of(DELIVERIES)),
              Rule.atMost(
                  "MCH_LOW_WEIGHT",
                  "Low weight among live births",
                  "HIGH",
                  Side.of(LOW_WEIGHT),
                  Side.of(LIVE_BIRTHS))));

  private MotherAndChild() {}

  private static Indicator coverage(String code, String name, Element element) {
    return Indicator.yearly(
        code,
        name,
        Type.PERCENT,
        Side.of(element),
        Side.of(Population.PREGNANCIES),
        Legend.COVERAGE);
  }

  private static void fill(Report r) {
    int first = r.happens(PREGNANCIES_PER_THOUSAND * 1.02);
    r.put(ANC1, first);
    r.put(ANC4, r.dice().some(first, 0.66));
    r.put(IPTP3, r.dice().some(first, 0.52));
    r.put(HIV_TESTED, r.dice().some(first, 0.94));
    if (r.facility().maternity()) {
      maternity(r, r.happens(PREGNANCIES_PER_THOUSAND * 0.9));
    }
  }

  private static void maternity(Report r, int deliveries) {
    boolean theatre = r.facility().kind() == Facility.Kind.HOSPITAL;
    int stillborn = r.dice().some(deliveries, 0.017);
    int born = deliveries - stillborn;
    r.put(DELIVERIES, deliveries);
    r.put(CAESAREANS, theatre ? r.dice().some(deliveries, 0.14) : 0);
    r.put(LIVE_BIRTHS, born);
    r.put(STILLBIRTHS, stillborn);
    r.put(LOW_WEIGHT, r.dice().some(born, 0.09));
    r.put(MATERNAL_DEATHS, r.dice().some(deliveries, 0.0026));
    r.put(POSTNATAL, r.dice().some(born, 0.71));
  }
}
