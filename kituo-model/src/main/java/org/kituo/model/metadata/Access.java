package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** What the user who asks may do with an object. */
@MetadataType(
    klass = "org.hisp.dhis.security.acl.Access",
    plural = "accesses",
    metadata = false,
    embedded = true,
    translatable = false)
public record Access(
    @Property(persisted = false, klass = "org.hisp.dhis.security.acl.AccessData")
        @Nullable JsonNode data,
    @Property(persisted = false) boolean delete,
    @Property(persisted = false) boolean manage,
    @Property(persisted = false) boolean read,
    @Property(persisted = false) boolean update,
    @Property(persisted = false) boolean write) {}
