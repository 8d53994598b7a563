package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** The levels and the period type by which data sets are approved. */
@MetadataType(
    klass = "org.hisp.dhis.dataapproval.DataApprovalWorkflow",
    plural = "dataApprovalWorkflows",
    order = 1380,
    shareable = true,
    createPublic = "F_DATA_APPROVAL_WORKFLOW",
    createPrivate = "F_DATA_APPROVAL_WORKFLOW",
    delete = "F_DATA_APPROVAL_WORKFLOW")
@Inverse(name = "dataSets", singular = "dataSet", of = DataSet.class, by = "workflow")
public record DataApprovalWorkflow(
    Identity identity,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(singular = "dataApprovalLevel", field = "levels", ordered = false)
        List<Ref<DataApprovalLevel>> dataApprovalLevels,
    @Property(max = 230, required = true, unique = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true, sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String periodType)
    implements Identifiable {}
