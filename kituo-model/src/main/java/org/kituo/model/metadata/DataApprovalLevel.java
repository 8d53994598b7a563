package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A level of the hierarchy at which data are approved. */
@MetadataType(
    klass = "org.hisp.dhis.dataapproval.DataApprovalLevel",
    plural = "dataApprovalLevels",
    order = 1370,
    shareable = true,
    createPublic = "F_DATA_APPROVAL_LEVEL",
    createPrivate = "F_DATA_APPROVAL_LEVEL",
    delete = "F_DATA_APPROVAL_LEVEL")
@Virtual(name = "orgUnitLevelName", kind = PropertyKind.TEXT)
public record DataApprovalLevel(
    Identity identity,
    @Property @Nullable Ref<CategoryOptionGroupSet> categoryOptionGroupSet,
    @Property(required = true) @Nullable Integer level,
    @Property(max = 230, required = true, unique = true, translatable = "NAME")
        @Nullable String name,
    @Property(required = true) @Nullable Integer orgUnitLevel)
    implements Identifiable {}
