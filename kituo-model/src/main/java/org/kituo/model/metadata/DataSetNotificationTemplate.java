package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DataSetNotificationRecipient;
import org.kituo.model.metadata.constant.DataSetNotificationTrigger;
import org.kituo.model.metadata.constant.DeliveryChannel;
import org.kituo.model.metadata.constant.SendStrategy;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A message sent when a data set is complete or due. */
@MetadataType(
    klass = "org.hisp.dhis.dataset.notifications.DataSetNotificationTemplate",
    plural = "dataSetNotificationTemplates",
    order = 1311,
    owned = false,
    createPublic = "F_DATASET_PUBLIC_ADD",
    createPrivate = "F_DATASET_PRIVATE_ADD",
    delete = "F_DATASET_DELETE")
@Virtual(name = "displayMessageTemplate", kind = PropertyKind.TEXT)
@Virtual(name = "displaySubjectTemplate", kind = PropertyKind.TEXT)
public record DataSetNotificationTemplate(
    Identity identity,
    @Property @Nullable DataSetNotificationTrigger dataSetNotificationTrigger,
    @Property(singular = "dataSet", ordered = false) List<Ref<DataSet>> dataSets,
    @Property(ordered = false) List<DeliveryChannel> deliveryChannels,
    @Property(max = Integer.MAX_VALUE, required = true, translatable = "MESSAGE_TEMPLATE")
        @Nullable String messageTemplate,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable DataSetNotificationRecipient notificationRecipient,
    @Property @Nullable Boolean notifyParentOrganisationUnitOnly,
    @Property @Nullable Boolean notifyUsersInHierarchyOnly,
    @Property @Nullable Ref<UserGroup> recipientUserGroup,
    @Property @Nullable Integer relativeScheduledDays,
    @Property(length = 50) @Nullable SendStrategy sendStrategy,
    @Property(max = 100, translatable = "SUBJECT_TEMPLATE") @Nullable String subjectTemplate)
    implements Identifiable {}
