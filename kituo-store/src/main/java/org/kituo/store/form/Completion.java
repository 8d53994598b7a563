package org.kituo.store.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a form is complete, or no longer is.
 *
 * @param completed whether it is complete now
 * @param date when it was completed; null to leave what is known, else the present
 * @param storedBy who completed it; null to leave what is known, else the one who writes
 * @param lastUpdated when that was last changed; of no meaning when written
 * @param lastUpdatedBy who changed it last
 */
public record Completion(
    FormKey key,
    boolean completed,
    @Nullable Instant date,
    @Nullable String storedBy,
    Instant lastUpdated,
    String lastUpdatedBy) {

  /** One to be written. */
  public static Completion toWrite(
      FormKey key,
      boolean completed,
      @Nullable Instant date,
      @Nullable String storedBy,
      String user) {
    return new Completion(key, completed, date, storedBy, Instant.EPOCH, user);
  }
}
