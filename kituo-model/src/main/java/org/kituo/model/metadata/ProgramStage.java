package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.FeatureType;
import org.kituo.model.metadata.constant.FormType;
import org.kituo.model.metadata.constant.ValidationStrategy;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A kind of event within a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramStage",
    plural = "programStages",
    order = 1509,
    nameable = true,
    shareable = true,
    dataShareable = true,
    attributable = true,
    create = "F_PROGRAMSTAGE_ADD",
    delete = "F_PROGRAMSTAGE_DELETE")
@Virtual(name = "displayDueDateLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEventLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEventsLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayExecutionDateLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayProgramStageLabel", kind = PropertyKind.TEXT)
@Virtual(
    name = "formType",
    kind = PropertyKind.CONSTANT,
    type = FormType.class,
    value = "\"DEFAULT\"",
    writable = false)
public record ProgramStage(
    Identity identity,
    @Property boolean allowGenerateNextVisit,
    @Property(initial = "true") boolean autoGenerateEvent,
    @Property boolean blockEntryForm,
    @Property @Nullable Ref<DataEntryForm> dataEntryForm,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(initial = "true") boolean displayGenerateEventBox,
    @Property(min = 2, translatable = "DUE_DATE_LABEL") @Nullable String dueDateLabel,
    @Property boolean enableUserAssignment,
    @Property(min = 2, translatable = "EVENT_LABEL") @Nullable String eventLabel,
    @Property(min = 2, translatable = "EVENTS_LABEL") @Nullable String eventsLabel,
    @Property(min = 2, translatable = "EXECUTION_DATE_LABEL") @Nullable String executionDateLabel,
    @Property @Nullable FeatureType featureType,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property boolean generatedByEnrollmentDate,
    @Property boolean hideDueDate,
    @Property(required = true) int minDaysFromStart,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Ref<DataElement> nextScheduleDate,
    @Property(
            singular = "notificationTemplate",
            ordered = false,
            exclusive = true,
            cascade = "all-delete-orphan")
        List<Ref<ProgramNotificationTemplate>> notificationTemplates,
    @Property boolean openAfterEnrollment,
    @Property(sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String periodType,
    @Property boolean preGenerateUID,
    @Property @Nullable Ref<Program> program,
    @Property(singular = "programStageDataElement", ordered = false, exclusive = true)
        List<ProgramStageDataElement> programStageDataElements,
    @Property(min = 2, translatable = "PROGRAM_STAGE_LABEL") @Nullable String programStageLabel,
    @Property(
            singular = "programStageSection",
            ordered = false,
            exclusive = true,
            cascade = "all-delete-orphan")
        List<Ref<ProgramStageSection>> programStageSections,
    @Property(required = true) boolean referral,
    @Property boolean remindCompleted,
    @Property(required = true) boolean repeatable,
    @Property @Nullable String reportDateToUse,
    @Property @Nullable Integer sortOrder,
    @Property @Nullable Integer standardInterval,
    @Property @Nullable ObjectStyle style,
    @Property(length = 32, initial = "ON_COMPLETE") @Nullable ValidationStrategy validationStrategy)
    implements Nameable {}
