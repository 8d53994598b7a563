package org.kituo.store.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That data have been approved.
 *
 * @param created when
 * @param createdBy the name of the user who approved
 * @param lastUpdated when the approval or its acceptance last changed
 * @param acceptedBy the name of the user who accepted; null where nobody did
 */
public record Approval(
    Key key, Instant created, String createdBy, Instant lastUpdated, @Nullable String acceptedBy) {
  /** Which data at which level, by the keys of the snapshot. */
  public record Key(int workflow, int period, int orgUnit, int attributeOptionCombo, int level) {}
}
