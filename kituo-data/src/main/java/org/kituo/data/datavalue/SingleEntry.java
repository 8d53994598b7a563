package org.kituo.data.datavalue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a form, as a request names it, all by identifiers.
 *
 * @param categoryOptionCombo the cell; null for the default one
 * @param attributeCombo the category combo of the attribute options; null for none
 * @param attributeOptions the attribute options
 * @param dataSet the data set; null to find it by the data element
 * @param value what to write; null leaves it, empty deletes the figure if nothing else is given
 * @param comment what to write; null leaves it
 * @param followUp what to write; null leaves it
 * @param firstFollowUp the mark of a figure that is new, where followUp is null
 * @param force whether to enter out of time, if the user may
 */
public record SingleEntry(
    @Nullable String dataElement,
    @Nullable String period,
    @Nullable String orgUnit,
    @Nullable String categoryOptionCombo,
    @Nullable String attributeCombo,
    List<String> attributeOptions,
    @Nullable String dataSet,
    @Nullable String value,
    @Nullable String comment,
    @Nullable Boolean followUp,
    @Nullable Boolean firstFollowUp,
    boolean force) {

  /** What names the figure alone. */
  public static SingleEntry key(
      @Nullable String dataElement,
      @Nullable String period,
      @Nullable String orgUnit,
      @Nullable String categoryOptionCombo,
      @Nullable String attributeCombo,
      List<String> attributeOptions) {
    return new SingleEntry(
        dataElement,
        period,
        orgUnit,
        categoryOptionCombo,
        attributeCombo,
        attributeOptions,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** The same with a value to write. */
  public SingleEntry withValue(String text) {
    return new SingleEntry(
        dataElement,
        period,
        orgUnit,
        categoryOptionCombo,
        attributeCombo,
        attributeOptions,
        dataSet,
        text,
        comment,
        followUp,
        firstFollowUp,
        force);
  }

  /** Whether the figure is to be deleted. */
  boolean empties() {
    return value != null
        && value.isEmpty()
        && (comment == null || comment.isEmpty())
        && followUp == null;
  }

  @Override
  public String toString() {
    return "DataValueKey[dataElement=%s, orgUnit=%s, categoryOptionCombo=%s, period=%s]"
        .formatted(dataElement, orgUnit, categoryOptionCombo, period);
  }
}
