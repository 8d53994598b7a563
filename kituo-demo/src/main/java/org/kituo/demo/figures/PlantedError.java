package org.kituo.demo.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A mistake that was written into the figures on purpose, so that one can look for it.
 *
 * @param kind TENFOLD: a figure with a digit too many; SWAPPED: a figure that belongs to the next
 *     field and the other way round
 * @param right what the figure should have been
 * @param written what it is
 */
public record PlantedError(
    Kind kind,
    String dataSet,
    String dataElement,
    String dataElementName,
    String optionCombo,
    String period,
    String orgUnit,
    String orgUnitName,
    long right,
    long written) {

  /** What went wrong. */
  public enum Kind {
    TENFOLD,
    SWAPPED
  }

  private static final String HEADER =
      "kind,dataSet,dataElement,dataElementName,categoryOptionCombo,period,orgUnit,orgUnitName,"
          + "right,written\n";

  /** The errors as a CSV table. No field contains a comma. */
  public static String csv(List<PlantedError> errors) {
    return errors.stream().map(PlantedError::line).collect(Collectors.joining("", HEADER, ""));
  }

  private String line() {
    Object[] fields = {
      kind,
      dataSet,
      dataElement,
      dataElementName,
      optionCombo,
      period,
      orgUnit,
      orgUnitName,
      right,
      written
    };
    return Arrays.stream(fields).map(Object::toString).collect(Collectors.joining(",")) + "\n";
  }
}
