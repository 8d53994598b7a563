package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.programme.Element.Kind;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Outpatient visits and their diagnoses. */
public final class Outpatients {
  static final Element VISITS =
      Element.count("OPD_VISITS", "Outpatient visits", "Visits", Disaggregation.AGE_AND_SEX);
  static final Element PNEUMONIA =
      Element.count("OPD_PNEUMONIA", "Outpatients with pneumonia", "Pneumonia", Disaggregation.AGE);
  static final Element DIARRHOEA =
      Element.count("OPD_DIARRHOEA", "Outpatients with diarrhoea", "Diarrhoea", Disaggregation.AGE);
  static final Element HYPERTENSION =
      Element.count(
          "OPD_HYPERTENSION", "Outpatients with hypertension", "Hypertension", Disaggregation.AGE);
  static final Element INJURIES =
      Element.count("OPD_INJURIES", "Outpatients with injuries", "Injuries", Disaggregation.AGE);
  static final Element SIGNED =
      Element.of(Kind.TICK, "OPD_SIGNED", "Outpatient report signed", "Report signed");

  static final Programme PROGRAMME =
      new Programme(
          "OPD",
          "Outpatients",
          List.of(
              new Form(
                  "OPD_MONTHLY",
                  "Outpatient monthly report",
                  Frequency.MONTHLY,
                  List.of(
                      Section.of("Attendance", VISITS),
                      Section.of("Diagnoses", PNEUMONIA, DIARRHOEA, HYPERTENSION, INJURIES)
                          .grey(HYPERTENSION, 0),
                      Section.of("Approval", SIGNED)),
                  f -> true,
                  Outpatients::fill,
                  15)),
          List.of(
              Indicator.yearly(
                  "OPD_PER_PERSON",
                  "Outpatient visits per person and year",
                  Type.RATIO,
                  Side.of(VISITS),
                  Side.of(Population.TOTAL),
                  Legend.PLAIN),
              Indicator.of(
                  "OPD_UNDER_5_SHARE",
                  "Share of children among outpatients (%)",
                  Type.PERCENT,
                  Side.of(VISITS.part(0) + "+" + VISITS.part(1), "Visits of children under 5"),
                  Side.of(VISITS),
                  Legend.PLAIN),
              Indicator.of(
                  "OPD_PER_FACILITY",
                  "Outpatient visits per facility",
                  Type.RATIO,
                  Side.of(VISITS),
                  Side.of(Indicator.facilities(), "Health facilities"),
                  Legend.PLAIN),
              Indicator.of(
                  "REPORTS_RECEIVED",
                  "Facilities that reported in the month (%)",
                  Type.PERCENT,
                  Side.of(SIGNED),
                  Side.of(Indicator.facilities(), "Health facilities"),
                  Legend.COVERAGE)),
          List.of(
              Rule.atMost(
                  "OPD_DIAGNOSES",
                  "Diagnoses among outpatient visits",
                  "MEDIUM",
                  Side.of(
                      PNEUMONIA.total() + "+" + DIARRHOEA.total() + "+" + INJURIES.total(),
                      "Pneumonia, diarrhoea and injuries"),
                  Side.of(VISITS))));

  private Outpatients() {}

  private static void fill(Report r) {
    double fever = r.surroundings().malaria(r.facility().district(), r.span());
    double cholera = r.surroundings().cholera(r.facility().district(), r.span());
    r.spread(VISITS, r.happens(62 + 13 * fever), 0.17, 0.16, 0.38, 0.29);
    r.spread(PNEUMONIA, r.happens(3.2), 0.62, 0.38);
    r.spread(DIARRHOEA, r.happens(4.1 + 0.5 * cholera), 0.58, 0.42);
    r.put(HYPERTENSION, 1, r.happens(2.6));
    r.spread(INJURIES, r.happens(1.9), 0.18, 0.82);
    r.put(SIGNED, 1);
  }
}
