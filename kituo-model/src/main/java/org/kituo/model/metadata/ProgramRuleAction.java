package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ProgramRuleActionEvaluationEnvironment;
import org.kituo.model.metadata.constant.ProgramRuleActionEvaluationTime;
import org.kituo.model.metadata.constant.ProgramRuleActionType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** What a program rule does. */
@MetadataType(
    klass = "org.hisp.dhis.programrule.ProgramRuleAction",
    plural = "programRuleActions",
    order = 1610,
    owned = false,
    create = "F_PROGRAM_RULE_MANAGEMENT",
    delete = "F_PROGRAM_RULE_MANAGEMENT")
@Virtual(name = "displayContent", kind = PropertyKind.TEXT)
public record ProgramRuleAction(
    Identity identity,
    @Property(max = Integer.MAX_VALUE, translatable = "CONTENT") @Nullable String content,
    @Property(max = Integer.MAX_VALUE) @Nullable String data,
    @Property @Nullable Ref<DataElement> dataElement,
    @Property(
            singular = "evaluationEnvironment",
            field = "programRuleActionEvaluationEnvironments",
            max = 255,
            length = 255,
            ordered = false)
        List<ProgramRuleActionEvaluationEnvironment> evaluationEnvironments,
    @Property(field = "programRuleActionEvaluationTime", required = true, initial = "ALWAYS")
        @Nullable ProgramRuleActionEvaluationTime evaluationTime,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable String location,
    @Property(persisted = false, attribute = true) @Nullable String name,
    @Property @Nullable Ref<Option> option,
    @Property @Nullable Ref<OptionGroup> optionGroup,
    @Property @Nullable Integer priority,
    @Property @Nullable Ref<ProgramIndicator> programIndicator,
    @Property @Nullable Ref<ProgramRule> programRule,
    @Property(required = true) @Nullable ProgramRuleActionType programRuleActionType,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property @Nullable Ref<ProgramStageSection> programStageSection,
    @Property(max = Integer.MAX_VALUE) @Nullable String templateUid,
    @Property(field = "attribute") @Nullable Ref<TrackedEntityAttribute> trackedEntityAttribute)
    implements Identifiable {}
