package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.MessageConversationPriority;
import org.kituo.model.metadata.constant.MessageConversationStatus;
import org.kituo.model.metadata.constant.MessageType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A conversation by messages between users. */
@MetadataType(
    klass = "org.hisp.dhis.message.MessageConversation",
    plural = "messageConversations",
    metadata = false,
    path = "/messageConversations",
    translatable = false,
    part = false,
    unkept = {"code", "lastUpdatedBy"})
public record MessageConversation(
    Identity identity,
    @Property @Nullable Ref<User> assignee,
    @Property @Nullable String extMessageId,
    @Property(persisted = false, attribute = true) boolean followUp,
    @Property @Nullable LocalDateTime lastMessage,
    @Property @Nullable Ref<User> lastSender,
    @Property(persisted = false, attribute = true) @Nullable String lastSenderFirstname,
    @Property(persisted = false, attribute = true) @Nullable String lastSenderSurname,
    @Property(singular = "message", klass = "org.hisp.dhis.message.Message")
        List<JsonNode> messages,
    @Property(attribute = true) @Nullable Integer messageCount,
    @Property @Nullable MessageType messageType,
    @Property(persisted = false) @Nullable String name,
    @Property @Nullable MessageConversationPriority priority,
    @Property(persisted = false, attribute = true) boolean read,
    @Property @Nullable MessageConversationStatus status,
    @Property(required = true) @Nullable String subject,
    @Property(persisted = false, attribute = true) @Nullable String userFirstname,
    @Property(
            singular = "userMessage",
            ordered = false,
            klass = "org.hisp.dhis.message.UserMessage")
        List<JsonNode> userMessages,
    @Property(persisted = false, attribute = true) @Nullable String userSurname)
    implements Identifiable {}
