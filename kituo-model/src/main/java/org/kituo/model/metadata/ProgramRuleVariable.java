package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ProgramRuleVariableSourceType;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A name by which program rules read a value. */
@MetadataType(
    klass = "org.hisp.dhis.programrule.ProgramRuleVariable",
    plural = "programRuleVariables",
    order = 1600,
    owned = false,
    create = "F_PROGRAM_RULE_MANAGEMENT",
    delete = "F_PROGRAM_RULE_MANAGEMENT")
public record ProgramRuleVariable(
    Identity identity,
    @Property @Nullable Ref<DataElement> dataElement,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true) @Nullable Ref<Program> program,
    @Property(field = "sourceType", required = true)
        @Nullable ProgramRuleVariableSourceType programRuleVariableSourceType,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(field = "attribute") @Nullable Ref<TrackedEntityAttribute> trackedEntityAttribute,
    @Property boolean useCodeForOptionSet,
    @Property(required = true) @Nullable ValueType valueType)
    implements Identifiable {}
