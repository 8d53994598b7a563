package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Element.Kind;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Who lives around a facility and who works in it: a yearly profile, the denominators of all. */
public final class Population {
  static final Element TOTAL =
      Element.of(Kind.STANDING, "POP_TOTAL", "Catchment population", "Total");
  static final Element UNDER_1 =
      Element.of(Kind.STANDING, "POP_UNDER_1", "Surviving infants", "Surviving infants");
  static final Element UNDER_5 =
      Element.of(Kind.STANDING, "POP_UNDER_5", "Children under 5 years", "Children under 5");
  static final Element PREGNANCIES =
      Element.of(Kind.STANDING, "POP_PREGNANCIES", "Expected pregnancies", "Expected pregnancies");
  static final Element STAFF =
      new Element("STAFF", "Staff in post", "Staff in post", Kind.STANDING, Disaggregation.CADRE);
  static final Element BEDS = Element.of(Kind.STANDING, "BEDS", "Hospital beds", "Beds");

  private static final double SHARE_UNDER_1 = 0.031;
  private static final double SHARE_UNDER_5 = 0.152;
  private static final double SHARE_PREGNANT = 0.038;

  static final Programme PROGRAMME =
      new Programme(
          "PROFILE",
          "Population and resources",
          List.of(
              new Form(
                  "PROFILE_YEARLY",
                  "Facility profile",
                  Frequency.YEARLY,
                  List.of(
                      Section.of("Catchment population", TOTAL, UNDER_1, UNDER_5, PREGNANCIES),
                      Section.of("Staff", STAFF),
                      Section.of("Beds", BEDS)),
                  f -> true,
                  Population::fill,
                  60)),
          List.of(
              Indicator.of(
                  "NURSES_PER_10000",
                  "Nurses and midwives per 10,000 people",
                  Type.PER_10000,
                  Side.of(STAFF.part(2) + "+" + STAFF.part(3), "Nurses and midwives"),
                  Side.of(TOTAL),
                  Legend.PLAIN),
              Indicator.of(
                  "FACILITIES_PER_10000",
                  "Health facilities per 10,000 people",
                  Type.PER_10000,
                  Side.of(Indicator.facilities(), "Health facilities"),
                  Side.of(TOTAL),
                  Legend.PLAIN),
              Indicator.of(
                  "BEDS_PER_1000",
                  "Hospital beds per 1,000 people",
                  Type.PER_1000,
                  Side.of(BEDS),
                  Side.of(TOTAL),
                  Legend.PLAIN)),
          List.of(
              Rule.atMost(
                  "PROFILE_INFANTS",
                  "Infants among children under 5",
                  "MEDIUM",
                  Side.of(UNDER_1),
                  Side.of(UNDER_5))));

  private Population() {}

  private static void fill(Report r) {
    double people = r.people();
    r.put(TOTAL, Math.round(people));
    r.put(UNDER_1, Math.round(people * SHARE_UNDER_1));
    r.put(UNDER_5, Math.round(people * SHARE_UNDER_5));
    r.put(PREGNANCIES, Math.round(people * SHARE_PREGNANT));
    double[] cadres = cadres(r.facility().kind());
    double size = r.facility().catchment() / r.facility().kind().medianCatchment();
    for (int cadre = 0; cadre < cadres.length; cadre++) {
      r.put(STAFF, cadre, r.dice().count(cadres[cadre] * Math.sqrt(size)));
    }
    if (r.facility().wards()) {
      r.put(BEDS, Math.round(people / (r.facility().kind() == Facility.Kind.HOSPITAL ? 450 : 900)));
    }
  }

  /** Doctors, clinical officers, nurses, midwives, laboratory and support staff. */
  private static double[] cadres(Facility.Kind kind) {
    return switch (kind) {
      case HOSPITAL -> new double[] {9, 14, 68, 22, 8, 60};
      case HEALTH_CENTRE -> new double[] {0.3, 3, 9, 4, 1.6, 9};
      case CLINIC -> new double[] {0.6, 1.4, 2.5, 0.6, 0.7, 2};
      case DISPENSARY -> new double[] {0, 0.6, 2.2, 0.7, 0.2, 2};
    };
  }
}
