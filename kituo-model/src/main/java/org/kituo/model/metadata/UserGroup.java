package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A group of users, with whom objects are shared. */
@MetadataType(
    klass = "org.hisp.dhis.user.UserGroup",
    plural = "userGroups",
    order = 102,
    shareable = true,
    attributable = true,
    createPublic = "F_USERGROUP_PUBLIC_ADD",
    createPrivate = "F_USERGROUP_PRIVATE_ADD",
    delete = "F_USERGROUP_DELETE")
@Inverse(
    name = "managedByGroups",
    singular = "managedByGroup",
    of = UserGroup.class,
    by = "managedGroups")
public record UserGroup(
    Identity identity,
    @Property(min = 2) @Nullable String description,
    @Property(singular = "managedGroup", ordered = false) List<Ref<UserGroup>> managedGroups,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(singular = "user", field = "members", ordered = false) List<Ref<User>> users)
    implements Identifiable {}
