package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.MetadataProposalStatus;
import org.kituo.model.metadata.constant.MetadataProposalTarget;
import org.kituo.model.metadata.constant.MetadataProposalType;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A change of metadata that a user proposes. */
@MetadataType(
    klass = "org.hisp.dhis.metadata.MetadataProposal",
    singular = "proposal",
    plural = "proposals",
    name = "metadataProposal",
    metadata = false,
    path = "/metadata/proposals",
    translatable = false,
    part = false)
public record MetadataProposal(
    @Property(required = true, klass = "com.fasterxml.jackson.databind.JsonNode")
        @Nullable JsonNode change,
    @Property @Nullable String comment,
    @Property(required = true) @Nullable LocalDateTime created,
    @Property(required = true) @Nullable Ref<User> createdBy,
    @Property @Nullable LocalDateTime finalised,
    @Property @Nullable Ref<User> finalisedBy,
    @Property(field = "uid", kind = PropertyKind.IDENTIFIER) @Nullable String id,
    @Property(length = 1024, max = 1024) @Nullable String reason,
    @Property(required = true, length = 12) @Nullable MetadataProposalStatus status,
    @Property(required = true, length = 30) @Nullable MetadataProposalTarget target,
    @Property(length = 11, max = 11) @Nullable String targetId,
    @Property(required = true, length = 6) @Nullable MetadataProposalType type) {}
