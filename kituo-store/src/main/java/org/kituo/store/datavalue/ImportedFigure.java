package org.kituo.store.datavalue;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an import changed.
 *
 * @param dataSet the key of the data set for which it was imported
 * @param before what it was before; deleted where there was none
 * @param imported what the import made of it
 * @param now what it is now
 * @param changedBy who wrote what it is now
 * @param changedAt when that was
 */
public record ImportedFigure(
    DataValueKey key,
    int dataSet,
    State before,
    State imported,
    State now,
    String changedBy,
    Instant changedAt) {

  /** What a figure holds. Deleted ones hold nothing. */
  public record State(
      @Nullable String value,
      @Nullable String comment,
      @Nullable Boolean followUp,
      boolean deleted) {
    /** No figure. */
    public static final State NONE = new State(null, null, null, true);

    /** Whether people see the same value and comment. */
    public boolean same(State other) {
      return deleted
          ? other.deleted
          : !other.deleted
              && Objects.equals(value, other.value)
              && Objects.equals(comment, other.comment);
    }
  }
}
