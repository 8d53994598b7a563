package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DeliveryChannel;
import org.kituo.model.metadata.constant.NotificationTrigger;
import org.kituo.model.metadata.constant.ProgramNotificationRecipient;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A message of a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.notification.ProgramNotificationTemplate",
    plural = "programNotificationTemplates",
    order = 1508,
    owned = false,
    create = {"F_PROGRAM_PUBLIC_ADD", "F_PROGRAM_PRIVATE_ADD"},
    delete = "F_PROGRAM_DELETE")
@Virtual(name = "displayMessageTemplate", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubjectTemplate", kind = PropertyKind.TEXT)
public record ProgramNotificationTemplate(
    Identity identity,
    @Property(ordered = false) List<DeliveryChannel> deliveryChannels,
    @Property(
            min = 1,
            max = 10000,
            length = 2147483647,
            required = true,
            translatable = "MESSAGE_TEMPLATE")
        @Nullable String messageTemplate,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable ProgramNotificationRecipient notificationRecipient,
    @Property @Nullable NotificationTrigger notificationTrigger,
    @Property @Nullable Boolean notifyParentOrganisationUnitOnly,
    @Property boolean notifyUsersInHierarchyOnly,
    @Property @Nullable Ref<DataElement> recipientDataElement,
    @Property @Nullable Ref<TrackedEntityAttribute> recipientProgramAttribute,
    @Property @Nullable Ref<UserGroup> recipientUserGroup,
    @Property @Nullable Integer relativeScheduledDays,
    @Property(required = true) boolean sendRepeatable,
    @Property(max = 100, translatable = "SUBJECT_TEMPLATE") @Nullable String subjectTemplate)
    implements Identifiable {}
