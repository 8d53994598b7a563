package org.kituo.demo.programme;

import org.kituo.demo.payload.Uid;

/**
 * A data element.
 *
 * @param code its code without the country's prefix
 * @param name its name, at most 50 characters so that it serves as short name too
 * @param formName what the form says, where the section already says the rest
 */
public record Element(
    String code, String name, String formName, Kind kind, Disaggregation disaggregation) {

  /** What the figures are and how they add up. */
  public enum Kind {
    /** Things that happened in the period: counts that add up over time and place. */
    COUNT("INTEGER_ZERO_OR_POSITIVE", "SUM", false),
    /** Counts of which a reported zero is news. */
    COUNT_WITH_ZERO("INTEGER_ZERO_OR_POSITIVE", "SUM", true),
    /** People or things there are: averaged over time, added over place. */
    STANDING("INTEGER_ZERO_OR_POSITIVE", "AVERAGE_SUM_ORG_UNIT", true),
    /** What is left at the end of the period: the last counts, added over place. */
    STOCK("INTEGER_ZERO_OR_POSITIVE", "LAST", true),
    /** A tick. */
    TICK("TRUE_ONLY", "SUM", false);

    private final String valueType;
    private final String aggregationType;
    private final boolean zeroIsSignificant;

    Kind(String valueType, String aggregationType, boolean zeroIsSignificant) {
      this.valueType = valueType;
      this.aggregationType = aggregationType;
      this.zeroIsSignificant = zeroIsSignificant;
    }

    /** The value type of the Web API. */
    public String valueType() {
      return valueType;
    }

    /** The aggregation type of the Web API. */
    public String aggregationType() {
      return aggregationType;
    }

    /** Whether a reported zero is stored and counts as a figure. */
    public boolean zeroIsSignificant() {
      return zeroIsSignificant;
    }
  }

  /** A count that is not broken down. */
  static Element count(String code, String name, String formName) {
    return new Element(code, name, formName, Kind.COUNT, Disaggregation.NONE);
  }

  /** A count that is broken down. */
  static Element count(String code, String name, String formName, Disaggregation by) {
    return new Element(code, name, formName, Kind.COUNT, by);
  }

  /** A figure of another kind that is not broken down. */
  static Element of(Kind kind, String code, String name, String formName) {
    return new Element(code, name, formName, kind, Disaggregation.NONE);
  }

  /** The identifier. */
  public String uid() {
    return Uid.of("dataElement", code);
  }

  /** The element's total in an expression. */
  public String total() {
    return "#{" + uid() + "}";
  }

  /** One of the element's option combos in an expression. */
  public String part(int combo) {
    return "#{" + uid() + "." + disaggregation.comboUid(combo) + "}";
  }
}
