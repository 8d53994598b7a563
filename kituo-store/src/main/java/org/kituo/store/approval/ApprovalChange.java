package org.kituo.store.approval;

import java.time.Instant;

/** What was done to the approval of data. */
public record ApprovalChange(Instant created, String createdBy, Action action, Approval.Key key) {
  /** What can be done. */
  public enum Action {
    APPROVE,
    UNAPPROVE,
    ACCEPT,
    UNACCEPT
  }
}
