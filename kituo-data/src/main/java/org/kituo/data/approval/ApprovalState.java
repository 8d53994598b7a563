package org.kituo.data.approval;

/** How far the approval of data at a unit is. */
public enum ApprovalState {
  /** The workflow has no level at or above the unit. */
  UNAPPROVABLE,
  /** The workflow approves the unit's data only at a unit above, and has not. */
  UNAPPROVED_ABOVE,
  /** Units below must be approved first. */
  UNAPPROVED_WAITING,
  /** Can be approved. */
  UNAPPROVED_READY,
  /** Approved at a unit above. */
  APPROVED_ABOVE,
  /** Approved at this unit. */
  APPROVED_HERE,
  /** Approved at this unit and accepted by the level above. */
  ACCEPTED_HERE;

  /** Whether the data are approved at all. */
  public boolean isApproved() {
    return this == APPROVED_ABOVE || this == APPROVED_HERE || this == ACCEPTED_HERE;
  }
}
