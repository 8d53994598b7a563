package org.kituo.model.metadata;

import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** How sharing looks in JSON, for the schema. Objects hold a {@code Sharing}. */
@MetadataType(
    klass = "org.hisp.dhis.user.sharing.Sharing",
    singular = "sharing",
    plural = "sharings",
    metadata = false,
    translatable = false,
    part = false)
@Virtual(name = "owner", kind = PropertyKind.TEXT)
@Virtual(name = "public", field = "publicAccess", kind = PropertyKind.TEXT)
@Virtual(name = "userGroups", kind = PropertyKind.COMPLEX, klass = "java.util.Map")
@Virtual(name = "users", kind = PropertyKind.COMPLEX, klass = "java.util.Map")
public record SharingForm() {}
