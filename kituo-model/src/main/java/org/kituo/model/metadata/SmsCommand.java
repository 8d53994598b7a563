package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.CompletenessMethod;
import org.kituo.model.metadata.constant.ParserType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A command that the server understands in text messages. */
@MetadataType(
    klass = "org.hisp.dhis.sms.command.SMSCommand",
    plural = "smsCommands",
    uniqueCode = false,
    name = "smscommand",
    order = 1509,
    translatable = false,
    owned = false,
    create = "F_MOBILE_SENDSMS",
    delete = "F_MOBILE_SENDSMS",
    read = "F_MOBILE_SENDSMS",
    unkept = {"code", "lastUpdatedBy"})
public record SmsCommand(
    Identity identity,
    @Property(max = Integer.MAX_VALUE) @Nullable String codeValueSeparator,
    @Property(initial = "AT_LEAST_ONE_DATAVALUE") @Nullable CompletenessMethod completenessMethod,
    @Property boolean currentPeriodUsedForReporting,
    @Property @Nullable Ref<DataSet> dataset,
    @Property(max = Integer.MAX_VALUE) @Nullable String defaultMessage,
    @Property(max = Integer.MAX_VALUE) @Nullable String moreThanOneOrgUnitMessage,
    @Property(min = 1, max = Integer.MAX_VALUE, attribute = true) @Nullable String name,
    @Property(
            max = Integer.MAX_VALUE,
            initial = "No user associated with this phone number. Please contact your supervisor.")
        @Nullable String noUserMessage,
    @Property(length = 50) @Nullable ParserType parserType,
    @Property @Nullable Ref<Program> program,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(max = Integer.MAX_VALUE, initial = "Command has been processed successfully")
        @Nullable String receivedMessage,
    @Property(max = Integer.MAX_VALUE) @Nullable String separator,
    @Property(
            singular = "smsCode",
            field = "codes",
            klass = "org.hisp.dhis.sms.command.code.SMSCode",
            ordered = false)
        List<JsonNode> smsCodes,
    @Property(
            singular = "specialCharacter",
            klass = "org.hisp.dhis.sms.command.SMSSpecialCharacter",
            ordered = false)
        List<JsonNode> specialCharacters,
    @Property(max = Integer.MAX_VALUE) @Nullable String successMessage,
    @Property @Nullable Ref<UserGroup> userGroup,
    @Property(max = Integer.MAX_VALUE, initial = "Wrong command format")
        @Nullable String wrongFormatMessage)
    implements Identifiable {}
