package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** What one user may do with an object. */
@MetadataType(
    klass = "org.hisp.dhis.user.sharing.UserAccess",
    plural = "userAccesses",
    metadata = false,
    translatable = false,
    part = false)
public record UserAccess(
    @Property(persisted = false) @Nullable String access,
    @Property(persisted = false) @Nullable String displayName,
    @Property(persisted = false) @Nullable String id) {}
