package org.kituo.data.approval;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.store.approval.Approval;

/**
 * The approval of data and what a user may do about it.
 *
 * @param level the level at which the data are approved at their own unit; null where they are not
 * @param approval that approval
 */
public record ApprovalStatus(
    ApprovalState state,
    @Nullable DataApprovalLevel level,
    @Nullable Approval approval,
    boolean mayApprove,
    boolean mayUnapprove,
    boolean mayAccept,
    boolean mayUnaccept) {}
