package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.RelationshipEntity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** What one side of a relationship may be. */
@MetadataType(
    klass = "org.hisp.dhis.relationship.RelationshipConstraint",
    plural = "relationshipConstraints",
    metadata = false,
    translatable = false)
public record RelationshipConstraint(
    @Property @Nullable Ref<Program> program,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property @Nullable RelationshipEntity relationshipEntity,
    @Property @Nullable Ref<TrackedEntityType> trackedEntityType,
    @Property(klass = "org.hisp.dhis.trackerdataview.TrackerDataView")
        @Nullable JsonNode trackerDataView) {}
