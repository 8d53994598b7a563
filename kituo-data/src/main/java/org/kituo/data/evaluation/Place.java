package org.kituo.data.evaluation;

/** Where a figure belongs beside its element and cell, by keys. */
public record Place(int orgUnit, int period, int attributeOptionCombo) {
  /** The same in another period. */
  public Place in(int otherPeriod) {
    return new Place(orgUnit, otherPeriod, attributeOptionCombo);
  }
}
