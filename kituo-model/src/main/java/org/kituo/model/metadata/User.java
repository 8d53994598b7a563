package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** An account: the person, what it may do by its roles, and where by its organisation units. */
@MetadataType(
    klass = "org.hisp.dhis.user.User",
    plural = "users",
    order = 101,
    translatable = false,
    attributable = true,
    create = {"F_USER_ADD", "F_USER_ADD_WITHIN_MANAGED_GROUP"},
    delete = {"F_USER_DELETE", "F_USER_DELETE_WITHIN_MANAGED_GROUP"},
    read = "F_USER_VIEW")
@Virtual(name = "emailVerified", kind = PropertyKind.BOOLEAN, value = "false", writable = false)
@Virtual(name = "settings", kind = PropertyKind.COMPLEX, klass = "java.util.Map")
@Inverse(
    name = "userGroups",
    field = "groups",
    singular = "userGroup",
    of = UserGroup.class,
    by = "users",
    writable = true)
public record User(
    Identity identity,
    @Property @Nullable LocalDateTime accountExpiry,
    @Property(klass = "org.hisp.dhis.fileresource.FileResource", kind = PropertyKind.REFERENCE)
        @Nullable Ref<?> avatar,
    @Property @Nullable LocalDateTime birthday,
    @Property(singular = "catDimensionConstraint", ordered = false)
        List<Ref<Category>> catDimensionConstraints,
    @Property(singular = "cogsDimensionConstraint", ordered = false)
        List<Ref<CategoryOptionGroupSet>> cogsDimensionConstraints,
    @Property @Nullable Integer dataViewMaxOrganisationUnitLevel,
    @Property(singular = "dataViewOrganisationUnit", ordered = false)
        List<Ref<OrganisationUnit>> dataViewOrganisationUnits,
    @Property boolean disabled,
    @Property(max = Integer.MAX_VALUE) @Nullable String education,
    @Property(max = 160, kind = PropertyKind.EMAIL) @Nullable String email,
    @Property @Nullable String emailVerificationToken,
    @Property(max = 160) @Nullable String employer,
    @Property boolean externalAuth,
    @Property @Nullable String facebookMessenger,
    @Property(min = 1, max = 160, required = true) @Nullable String firstName,
    @Property(max = 50) @Nullable String gender,
    @Property(max = Integer.MAX_VALUE) @Nullable String interests,
    @Property(max = Integer.MAX_VALUE) @Nullable String introduction,
    @Property boolean invitation,
    @Property(max = 160) @Nullable String jobTitle,
    @Property(max = Integer.MAX_VALUE) @Nullable String languages,
    @Property @Nullable LocalDateTime lastCheckedInterpretations,
    @Property(max = Integer.MAX_VALUE, unique = true) @Nullable String ldapId,
    @Property(max = 321, initial = "Ola Nordmann") @Nullable String name,
    @Property(max = 160) @Nullable String nationality,
    @Property(max = Integer.MAX_VALUE) @Nullable String openId,
    @Property(singular = "organisationUnit", ordered = false)
        List<Ref<OrganisationUnit>> organisationUnits,
    @Property(max = 60, readable = false, kind = PropertyKind.PASSWORD) @Nullable String password,
    @Property @Nullable LocalDateTime passwordLastUpdated,
    @Property(max = 80) @Nullable String phoneNumber,
    @Property boolean selfRegistered,
    @Property @Nullable String skype,
    @Property(min = 1, max = 160, required = true) @Nullable String surname,
    @Property(singular = "teiSearchOrganisationUnit", ordered = false)
        List<Ref<OrganisationUnit>> teiSearchOrganisationUnits,
    @Property @Nullable String telegram,
    @Property @Nullable String twitter,
    @Property(singular = "userRole", ordered = false, cascade = "save-update,persist,merge")
        List<Ref<UserRole>> userRoles,
    @Property(unique = true) @Nullable String username,
    @Property @Nullable String verifiedEmail,
    @Property(max = Integer.MAX_VALUE) @Nullable String welcomeMessage,
    @Property @Nullable String whatsApp)
    implements Identifiable {

  @Override
  public String name() {
    return ((firstName == null ? "" : firstName) + " " + (surname == null ? "" : surname)).strip();
  }

  /** When the user logged in last; it changes too often to be kept with the rest. */
  @Computed(owner = true, sortable = true)
  public @Nullable LocalDateTime lastLogin(View view) {
    return view.moment(uid());
  }

  /** The person's name. */
  @Computed(owner = true, sortable = true)
  public String name(View view) {
    return name();
  }
}
