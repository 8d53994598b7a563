package org.kituo.store.form;

/**
 * The usual range of a figure of a unit.
 *
 * @param least the least usual value
 * @param most the greatest usual value
 * @param generated whether it was computed, not set by hand
 */
public record UsualRange(Key key, int least, int most, boolean generated) {
  /** Which figure, by the keys of the snapshot. */
  public record Key(int orgUnit, int dataElement, int categoryOptionCombo) {}
}
