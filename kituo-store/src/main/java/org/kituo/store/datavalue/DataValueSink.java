package org.kituo.store.datavalue;

import org.jspecify.annotations.Nullable;

/**
 * Takes figures one by one as a scan of millions brings them: plain numbers, no object per row.
 * Objects are named by their keys in the metadata snapshot, the period by {@code Period.key()}.
 */
@FunctionalInterface
public interface DataValueSink {
  /**
   * One figure as it is now.
   *
   * @param value as normalised for its type; null where a figure has only a comment, and for most
   *     deleted ones
   * @param deleted whether it is to be taken away
   */
  void value(
      int dataElement,
      int period,
      int orgUnit,
      int categoryOptionCombo,
      int attributeOptionCombo,
      @Nullable String value,
      boolean deleted);
}
