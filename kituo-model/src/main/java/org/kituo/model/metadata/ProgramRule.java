package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A condition in a program and the actions it sets off. */
@MetadataType(
    klass = "org.hisp.dhis.programrule.ProgramRule",
    plural = "programRules",
    order = 1620,
    owned = false,
    create = {"F_PROGRAM_RULE_ADD", "F_PROGRAM_RULE_MANAGEMENT"},
    delete = {"F_PROGRAM_RULE_DELETE", "F_PROGRAM_RULE_MANAGEMENT"})
public record ProgramRule(
    Identity identity,
    @Property(max = Integer.MAX_VALUE) @Nullable String condition,
    @Property @Nullable String description,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Integer priority,
    @Property(required = true) @Nullable Ref<Program> program,
    @Property(
            singular = "programRuleAction",
            ordered = false,
            exclusive = true,
            cascade = "all-delete-orphan")
        List<Ref<ProgramRuleAction>> programRuleActions,
    @Property @Nullable Ref<ProgramStage> programStage)
    implements Identifiable {}
