package org.kituo.demo.programme;

/** How often a form is sent in. */
public enum Frequency {
  WEEKLY("Weekly"),
  MONTHLY("Monthly"),
  QUARTERLY("Quarterly"),
  YEARLY("Yearly");

  private final String periodType;

  Frequency(String periodType) {
    this.periodType = periodType;
  }

  /** The period type's name in the Web API. */
  public String periodType() {
    return periodType;
  }
}
