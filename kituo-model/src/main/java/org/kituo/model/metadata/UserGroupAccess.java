package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** What the members of a group may do with an object. */
@MetadataType(
    klass = "org.hisp.dhis.user.sharing.UserGroupAccess",
    plural = "userGroupAccesses",
    metadata = false,
    translatable = false,
    part = false)
public record UserGroupAccess(
    @Property(persisted = false) @Nullable String access,
    @Property(persisted = false) @Nullable String displayName,
    @Property(persisted = false) @Nullable String id) {}
