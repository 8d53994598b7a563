package org.kituo.data.form;

import org.jspecify.annotations.Nullable;

/**
 * The usual range of a figure as a request gives it.
 *
 * @param generated whether it was computed; null where the request does not say
 */
public record RangeEntry(
    @Nullable String dataElement,
    @Nullable String orgUnit,
    @Nullable String categoryOptionCombo,
    @Nullable Integer least,
    @Nullable Integer most,
    @Nullable Boolean generated) {
  @Override
  public String toString() {
    return "MinMaxValue[dataElement=%s, orgUnit=%s, optionCombo=%s, minValue=%s, maxValue=%s]"
        .formatted(dataElement, orgUnit, categoryOptionCombo, least, most);
  }
}
