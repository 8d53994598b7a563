package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.SendStrategy;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A message sent about violated validation rules. */
@MetadataType(
    klass = "org.hisp.dhis.validation.notification.ValidationNotificationTemplate",
    plural = "validationNotificationTemplates",
    name = "identifiableObject",
    order = 1410,
    owned = false,
    createPublic = "F_VALIDATIONRULE_PUBLIC_ADD",
    createPrivate = "F_VALIDATIONRULE_PRIVATE_ADD",
    delete = "F_VALIDATIONRULE_DELETE")
@Virtual(name = "displayMessageTemplate", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubjectTemplate", kind = PropertyKind.TEXT)
@Virtual(name = "notifyParentOrganisationUnitOnly", kind = PropertyKind.BOOLEAN)
public record ValidationNotificationTemplate(
    Identity identity,
    @Property(min = 1, max = 1000, length = 2147483647, translatable = "MESSAGE_TEMPLATE")
        @Nullable String messageTemplate,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Boolean notifyUsersInHierarchyOnly,
    @Property(ordered = false) List<Ref<UserGroup>> recipientUserGroups,
    @Property(length = 50) @Nullable SendStrategy sendStrategy,
    @Property(max = 100, translatable = "SUBJECT_TEMPLATE") @Nullable String subjectTemplate,
    @Property(ordered = false) List<Ref<ValidationRule>> validationRules)
    implements Identifiable {}
