package org.kituo.data.approval;

import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;

/** Data that are approved together. */
public record ApprovalTarget(
    DataApprovalWorkflow workflow,
    Period period,
    OrganisationUnit unit,
    CategoryOptionCombo attribute) {}
