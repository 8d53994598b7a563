package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AccessLevel;
import org.kituo.model.metadata.constant.FeatureType;
import org.kituo.model.metadata.constant.ProgramType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** What is followed case by case: events, or enrollments of tracked entities with stages. */
@MetadataType(
    klass = "org.hisp.dhis.program.Program",
    plural = "programs",
    order = 1520,
    nameable = true,
    shareable = true,
    dataShareable = true,
    attributable = true,
    createPublic = "F_PROGRAM_PUBLIC_ADD",
    createPrivate = "F_PROGRAM_PRIVATE_ADD",
    delete = "F_PROGRAM_DELETE")
@Virtual(name = "displayEnrollmentDateLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEnrollmentLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEnrollmentsLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEventLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayEventsLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayFollowUpLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayIncidentDateLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayNoteLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayNotesLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayOrgUnitLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayProgramStageLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayProgramStagesLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayRelationshipLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayRelationshipsLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayTrackedEntityAttributeLabel", kind = PropertyKind.TEXT)
@Virtual(name = "displayTrackedEntityAttributesLabel", kind = PropertyKind.TEXT)
@Inverse(
    name = "programIndicators",
    singular = "programIndicator",
    of = ProgramIndicator.class,
    by = "program")
@Inverse(
    name = "programRuleVariables",
    singular = "programRuleVariable",
    of = ProgramRuleVariable.class,
    by = "program")
public record Program(
    Identity identity,
    @Property(length = 100, initial = "OPEN") @Nullable AccessLevel accessLevel,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(
            max = 255,
            length = 255,
            klass = "org.hisp.dhis.program.ProgramCategoryMapping",
            ordered = false)
        List<JsonNode> categoryMappings,
    @Property int completeEventsExpiryDays,
    @Property(cascade = "all") @Nullable Ref<DataEntryForm> dataEntryForm,
    @Property(min = 1, translatable = "DESCRIPTION") @Nullable String description,
    @Property boolean displayFrontPageList,
    @Property(initial = "true") boolean displayIncidentDate,
    @Property boolean enableChangeLog,
    @Property(required = true) @Nullable Ref<CategoryCombo> enrollmentCategoryCombo,
    @Property(min = 2, translatable = "ENROLLMENT_DATE_LABEL") @Nullable String enrollmentDateLabel,
    @Property(min = 2, translatable = "ENROLLMENT_LABEL") @Nullable String enrollmentLabel,
    @Property(min = 2, translatable = "ENROLLMENTS_LABEL") @Nullable String enrollmentsLabel,
    @Property(min = 2, translatable = "EVENT_LABEL") @Nullable String eventLabel,
    @Property(min = 2, translatable = "EVENTS_LABEL") @Nullable String eventsLabel,
    @Property int expiryDays,
    @Property(klass = "org.hisp.dhis.period.PeriodType", kind = PropertyKind.COMPLEX)
        @Nullable String expiryPeriodType,
    @Property @Nullable FeatureType featureType,
    @Property(min = 2, translatable = "FOLLOW_UP_LABEL") @Nullable String followUpLabel,
    @Property(translatable = "FORM_NAME") @Nullable String formName,
    @Property boolean ignoreOverdueEvents,
    @Property(min = 2, translatable = "INCIDENT_DATE_LABEL") @Nullable String incidentDateLabel,
    @Property int maxTeiCountToReturn,
    @Property(initial = "1") int minAttributesRequiredToSearch,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(min = 2, translatable = "NOTE_LABEL") @Nullable String noteLabel,
    @Property(min = 2, translatable = "NOTES_LABEL") @Nullable String notesLabel,
    @Property(
            singular = "notificationTemplate",
            ordered = false,
            exclusive = true,
            cascade = "all,delete,delete-orphan")
        List<Ref<ProgramNotificationTemplate>> notificationTemplates,
    @Property boolean onlyEnrollOnce,
    @Property int openDaysAfterCoEndDate,
    @Property(min = 2, translatable = "ORG_UNIT_LABEL") @Nullable String orgUnitLabel,
    @Property(singular = "organisationUnit", ordered = false)
        List<Ref<OrganisationUnit>> organisationUnits,
    @Property(singular = "programSection", ordered = false, exclusive = true)
        List<Ref<ProgramSection>> programSections,
    @Property(min = 2, translatable = "PROGRAM_STAGE_LABEL") @Nullable String programStageLabel,
    @Property(singular = "programStage", ordered = false, exclusive = true)
        List<Ref<ProgramStage>> programStages,
    @Property(min = 2, translatable = "PROGRAM_STAGES_LABEL") @Nullable String programStagesLabel,
    @Property(
            singular = "programTrackedEntityAttribute",
            field = "programAttributes",
            exclusive = true,
            cascade = "all,delete,delete-orphan")
        List<ProgramTrackedEntityAttribute> programTrackedEntityAttributes,
    @Property(required = true) @Nullable ProgramType programType,
    @Property @Nullable Ref<Program> relatedProgram,
    @Property(min = 2, translatable = "RELATIONSHIP_LABEL") @Nullable String relationshipLabel,
    @Property(min = 2, translatable = "RELATIONSHIPS_LABEL") @Nullable String relationshipsLabel,
    @Property boolean selectEnrollmentDatesInFuture,
    @Property boolean selectIncidentDatesInFuture,
    @Property(min = 1, max = 50, required = true, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property(required = true) boolean skipOffline,
    @Property @Nullable ObjectStyle style,
    @Property(min = 2, translatable = "TRACKED_ENTITY_ATTRIBUTE_LABEL")
        @Nullable String trackedEntityAttributeLabel,
    @Property(min = 2, translatable = "TRACKED_ENTITY_ATTRIBUTES_LABEL")
        @Nullable String trackedEntityAttributesLabel,
    @Property @Nullable Ref<TrackedEntityType> trackedEntityType,
    @Property boolean useFirstStageDuringRegistration,
    @Property(singular = "userRole", ordered = false) List<Ref<UserRole>> userRoles,
    @Property int version)
    implements Nameable {

  /** Whether cases are enrolled before events are entered. */
  @Computed
  public boolean registration(View view) {
    return programType == ProgramType.WITH_REGISTRATION;
  }

  /** Whether events stand alone. */
  @Computed
  public boolean withoutRegistration(View view) {
    return programType == ProgramType.WITHOUT_REGISTRATION;
  }
}
