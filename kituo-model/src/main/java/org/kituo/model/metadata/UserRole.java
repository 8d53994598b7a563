package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** A set of authorities that users get together. */
@MetadataType(
    klass = "org.hisp.dhis.user.UserRole",
    plural = "userRoles",
    order = 100,
    shareable = true,
    createPublic = "F_USERROLE_PUBLIC_ADD",
    createPrivate = "F_USERROLE_PRIVATE_ADD",
    delete = "F_USERROLE_DELETE")
@Inverse(
    name = "users",
    singular = "userObject",
    field = "members",
    of = User.class,
    by = "userRoles",
    persisted = false,
    ordered = true)
public record UserRole(
    Identity identity,
    @Property(singular = "authority", ordered = false) List<String> authorities,
    @Property(min = 2) @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "restriction", ordered = false) List<String> restrictions)
    implements Identifiable {}
