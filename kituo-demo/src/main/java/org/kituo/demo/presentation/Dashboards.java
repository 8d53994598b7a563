package org.kituo.demo.presentation;

import java.util.List;
import java.util.Map;
import org.kituo.demo.country.Country;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.presentation.Chart.Axis;
import org.kituo.demo.programme.Legend;

/** The dashboards of the country. Everyone sees them, each for the units he or she may view. */
public final class Dashboards {
  private static final Axis LAST_YEAR_BY_MONTH = Axis.periods("LAST_12_MONTHS");
  private static final Axis WHOLE = Axis.units("USER_ORGUNIT");
  private static final Axis PARTS = Axis.units("USER_ORGUNIT_CHILDREN");
  private static final Axis REGIONS = Axis.units("USER_ORGUNIT", "LEVEL-2");

  private final Country country;
  private final List<Board> boards = List.of(malaria(), motherAndChild(), quality());

  /** The dashboards for a country; its borders say where the maps look. */
  public Dashboards(Country country) {
    this.country = country;
  }

  /** The charts and pivot tables. */
  public List<Entity> visualizations() {
    return boards.stream().flatMap(b -> b.charts().stream()).map(Chart::payload).toList();
  }

  /** The maps. */
  public List<Entity> maps() {
    return boards.stream().flatMap(b -> b.maps().stream()).map(m -> m.payload(country)).toList();
  }

  /** The dashboards. */
  public List<Entity> dashboards() {
    return boards.stream().map(Board::payload).toList();
  }

  private static Axis indicators(String... codes) {
    return data("indicator", codes);
  }

  private static Axis elements(String... codes) {
    return data("dataElement", codes);
  }

  private static Axis data(String kind, String... codes) {
    String[] uids = new String[codes.length];
    for (int i = 0; i < codes.length; i++) {
      uids[i] = Uid.of(kind, codes[i]);
    }
    return Axis.data(uids);
  }

  private static Board malaria() {
    Axis cases = elements("MAL_CONFIRMED");
    return new Board("MALARIA", "Malaria", "Cases, tests and treatment, and where malaria moves")
        .row(
            9,
            Chart.figure(
                "MAL_CASES_MONTH",
                "Malaria cases last month",
                "SINGLE_VALUE",
                cases,
                Axis.periods("LAST_MONTH"),
                WHOLE),
            Chart.figure(
                    "MAL_POSITIVITY_MONTH",
                    "Malaria test positivity last month (%)",
                    "SINGLE_VALUE",
                    indicators("MAL_POSITIVITY"),
                    Axis.periods("LAST_MONTH"),
                    WHOLE)
                .coloured(Legend.POSITIVITY),
            Chart.figure(
                    "ACT_STOCK_OUT_MONTH",
                    "Facilities without ACT last month (%)",
                    "SINGLE_VALUE",
                    indicators("ACT_STOCK_OUT_RATE"),
                    Axis.periods("LAST_MONTH"),
                    WHOLE)
                .coloured(Legend.LOWER_IS_BETTER))
        .row(
            22,
            Chart.of(
                "MAL_TREND",
                "Malaria suspected, tested and confirmed, last 12 months",
                "LINE",
                elements("MAL_SUSPECTED", "MAL_RDT", "MAL_CONFIRMED", "MAL_TREATED"),
                LAST_YEAR_BY_MONTH,
                WHOLE),
            Chart.of(
                    "MAL_SEASONS",
                    "Malaria cases by month, this year and last year",
                    "YEAR_OVER_YEAR_LINE",
                    cases,
                    Axis.periods("MONTHS_THIS_YEAR"),
                    WHOLE)
                .with(Map.of("yearlySeries", List.of("THIS_YEAR", "LAST_YEAR"))))
        .row(
            26,
            new MapSheet(
                "MAL_MAP",
                "Malaria incidence by district, last month",
                "MAL_INCIDENCE",
                Legend.INCIDENCE,
                "LAST_MONTH",
                "SINGLE",
                true),
            new MapSheet(
                "MAL_SPREAD",
                "Malaria incidence by district over the last 12 months",
                "MAL_INCIDENCE",
                Legend.INCIDENCE,
                "LAST_12_MONTHS",
                "TIMELINE",
                false))
        .row(
            22,
            Chart.of(
                "MAL_BY_AREA",
                "Malaria cases by area and month",
                "STACKED_COLUMN",
                PARTS,
                LAST_YEAR_BY_MONTH,
                cases),
            Chart.figure(
                    "MAL_BY_SEX",
                    "Malaria cases by sex, last 12 months",
                    "PIE",
                    new Axis(Uid.of("category", "TR_SEX"), sexes()),
                    LAST_YEAR_BY_MONTH,
                    cases)
                .filteredByUnit(WHOLE))
        .row(
            24,
            Chart.of(
                    "MAL_TABLE",
                    "Malaria test positivity by area and month (%)",
                    "PIVOT_TABLE",
                    LAST_YEAR_BY_MONTH,
                    PARTS,
                    indicators("MAL_POSITIVITY"))
                .coloured(Legend.POSITIVITY));
  }

  private static List<String> sexes() {
    return List.of(Uid.of("categoryOption", "TR_SEX_1"), Uid.of("categoryOption", "TR_SEX_2"));
  }

  private static Board motherAndChild() {
    return new Board("MOTHER_AND_CHILD", "Mother and child", "Pregnancy, birth and immunisation")
        .row(
            16,
            gauge("ANC4_GAUGE", "Antenatal fourth visit coverage", "ANC4_COVERAGE"),
            gauge("DELIVERY_GAUGE", "Institutional delivery coverage", "DELIVERY_COVERAGE"),
            gauge("PENTA3_GAUGE", "Pentavalent 3 coverage", "PENTA3_COVERAGE"))
        .row(
            22,
            Chart.of(
                "ANC_BY_AREA",
                "Antenatal first and fourth visit coverage by region (%)",
                "COLUMN",
                indicators("ANC1_COVERAGE", "ANC4_COVERAGE"),
                REGIONS,
                LAST_YEAR_BY_MONTH),
            Chart.of(
                "IMM_TREND",
                "Immunisation coverage by month (%)",
                "LINE",
                indicators("BCG_COVERAGE", "PENTA3_COVERAGE", "MR1_COVERAGE"),
                LAST_YEAR_BY_MONTH,
                WHOLE))
        .row(
            26,
            new MapSheet(
                "PENTA3_MAP",
                "Pentavalent 3 coverage by district, last 12 months",
                "PENTA3_COVERAGE",
                Legend.COVERAGE,
                "LAST_12_MONTHS",
                "SINGLE",
                false),
            Chart.of(
                "DELIVERIES_BY_AREA",
                "Deliveries and caesarean sections by area, last 12 months",
                "BAR",
                elements("DELIVERIES", "CAESAREANS"),
                PARTS,
                LAST_YEAR_BY_MONTH))
        .row(
            24,
            Chart.of(
                    "MCH_TABLE",
                    "Coverage by area, last 12 months (%)",
                    "PIVOT_TABLE",
                    indicators(
                        "ANC1_COVERAGE", "ANC4_COVERAGE", "DELIVERY_COVERAGE", "PENTA3_COVERAGE"),
                    PARTS,
                    LAST_YEAR_BY_MONTH)
                .coloured(Legend.COVERAGE));
  }

  private static Chart gauge(String code, String name, String indicator) {
    return Chart.figure(code, name, "GAUGE", indicators(indicator), LAST_YEAR_BY_MONTH, WHOLE)
        .coloured(Legend.COVERAGE);
  }

  private static Board quality() {
    return new Board("QUALITY", "Reports and supplies", "Who reports, and who runs out of stock")
        .heading("Reports received and commodities in store")
        .row(
            22,
            Chart.of(
                "REPORTS_TREND",
                "Facilities that reported, by month (%)",
                "COLUMN",
                indicators("REPORTS_RECEIVED"),
                LAST_YEAR_BY_MONTH,
                WHOLE),
            Chart.of(
                "STOCK_OUTS",
                "Stock-out rates by month (%)",
                "LINE",
                indicators(
                    "ACT_STOCK_OUT_RATE",
                    "OXYTOCIN_STOCK_OUT_RATE",
                    "PENTA_STOCK_OUT_RATE",
                    "MRV_STOCK_OUT_RATE"),
                LAST_YEAR_BY_MONTH,
                WHOLE))
        .row(
            24,
            Chart.of(
                    "REPORTS_TABLE",
                    "Facilities that reported, by area and month (%)",
                    "PIVOT_TABLE",
                    LAST_YEAR_BY_MONTH,
                    PARTS,
                    indicators("REPORTS_RECEIVED"))
                .coloured(Legend.COVERAGE))
        .row(
            22,
            Chart.of(
                "CHOLERA_WEEKS",
                "Cholera cases by area, last 12 weeks",
                "STACKED_COLUMN",
                PARTS,
                Axis.periods("LAST_12_WEEKS"),
                elements("IDSR_CHOLERA")),
            Chart.of(
                    "OPD_BY_TYPE",
                    "Outpatient visits by type of facility, last 12 months",
                    "STACKED_COLUMN",
                    facilityTypes(),
                    LAST_YEAR_BY_MONTH,
                    elements("OPD_VISITS"))
                .filteredByUnit(WHOLE));
  }

  private static Axis facilityTypes() {
    return new Axis(
        Uid.of("organisationUnitGroupSet", "TR_TYPE"),
        List.of(
            Uid.of("organisationUnitGroup", "TR_TYPE_HOSPITAL"),
            Uid.of("organisationUnitGroup", "TR_TYPE_HEALTH_CENTRE"),
            Uid.of("organisationUnitGroup", "TR_TYPE_CLINIC"),
            Uid.of("organisationUnitGroup", "TR_TYPE_DISPENSARY")));
  }
}
