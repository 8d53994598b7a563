package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.FeatureType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A kind of tracked entity: person, animal, commodity. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityType",
    plural = "trackedEntityTypes",
    order = 1480,
    nameable = true,
    shareable = true,
    dataShareable = true,
    attributable = true,
    create = "F_TRACKED_ENTITY_ADD",
    update = "F_TRACKED_ENTITY_UPDATE",
    delete = "F_TRACKED_ENTITY_DELETE")
@Virtual(name = "displayTrackedEntityTypesLabel", kind = PropertyKind.TEXT)
public record TrackedEntityType(
    Identity identity,
    @Property boolean allowAuditLog,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property boolean enableChangeLog,
    @Property(initial = "NONE") @Nullable FeatureType featureType,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property int maxTeiCountToReturn,
    @Property(initial = "1") int minAttributesRequiredToSearch,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(
            min = 1,
            max = 50,
            length = 255,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property @Nullable ObjectStyle style,
    @Property(singular = "trackedEntityTypeAttribute", exclusive = true)
        List<TrackedEntityTypeAttribute> trackedEntityTypeAttributes,
    @Property(min = 2, max = Integer.MAX_VALUE, translatable = "TRACKED_ENTITY_TYPES_LABEL")
        @Nullable String trackedEntityTypesLabel)
    implements Nameable {}
