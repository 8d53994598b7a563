package org.kituo.demo.programme;

import org.kituo.demo.country.Facility;
import org.kituo.demo.payload.Uid;

/**
 * An indicator.
 *
 * @param annualized whether a period's figures are stretched to a year
 * @param legend how its values are coloured
 */
public record Indicator(
    String code,
    String name,
    Type type,
    Side numerator,
    Side denominator,
    boolean annualized,
    Legend legend) {

  /** What the ratio is multiplied by. */
  public enum Type {
    PERCENT("Per cent", 100),
    PER_1000("Per 1,000", 1_000),
    PER_10000("Per 10,000", 10_000),
    PER_100000("Per 100,000", 100_000),
    RATIO("Ratio", 1);

    private final String title;
    private final int factor;

    Type(String title, int factor) {
      this.title = title;
      this.factor = factor;
    }

    /** Its name. */
    public String title() {
      return title;
    }

    /** The factor. */
    public int factor() {
      return factor;
    }

    /** The identifier of the indicator type. */
    public String uid() {
      return Uid.of("indicatorType", name());
    }
  }

  /** An expression and what it counts. */
  public record Side(String expression, String description) {
    static Side of(Element element) {
      return new Side(element.total(), element.name());
    }

    static Side of(String expression, String description) {
      return new Side(expression, description);
    }
  }

  /** A ratio of two totals. */
  static Indicator of(
      String code, String name, Type type, Side numerator, Side denominator, Legend legend) {
    return new Indicator(code, name, type, numerator, denominator, false, legend);
  }

  /** Events of a period, as many as there would be in a year, by a yearly denominator. */
  static Indicator yearly(
      String code, String name, Type type, Side numerator, Side denominator, Legend legend) {
    return new Indicator(code, name, type, numerator, denominator, true, legend);
  }

  /** The number of facilities of all kinds, as an expression over the groups of facilities. */
  static String facilities() {
    StringBuilder sum = new StringBuilder();
    for (Facility.Kind kind : Facility.Kind.values()) {
      sum.append(sum.isEmpty() ? "" : "+").append("OUG{").append(groupUid(kind)).append('}');
    }
    return sum.toString();
  }

  /** The identifier of the group of facilities of a kind. */
  public static String groupUid(Facility.Kind kind) {
    return Uid.of("organisationUnitGroup", "TR_TYPE_" + kind.name());
  }

  /** The identifier. */
  public String uid() {
    return Uid.of("indicator", code);
  }
}
