package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A violation of a validation rule that was kept. */
@MetadataType(
    klass = "org.hisp.dhis.validation.ValidationResult",
    plural = "validationResults",
    order = 2000,
    metadata = false,
    path = "/validationResults",
    translatable = false,
    part = false)
public record ValidationResult(
    @Property(persisted = false) @Nullable Ref<CategoryOptionCombo> attributeOptionCombo,
    @Property(required = true) @Nullable LocalDateTime created,
    @Property(persisted = false) @Nullable Integer dayInPeriod,
    @Property(persisted = false) @Nullable String id,
    @Property(min = -Double.MAX_VALUE) @Nullable Double leftsideValue,
    @Property boolean notificationSent,
    @Property(persisted = false) @Nullable Ref<OrganisationUnit> organisationUnit,
    @Property(persisted = false, klass = "org.hisp.dhis.period.Period") @Nullable JsonNode period,
    @Property(min = -Double.MAX_VALUE) @Nullable Double rightsideValue,
    @Property(persisted = false) @Nullable Ref<ValidationRule> validationRule) {}
