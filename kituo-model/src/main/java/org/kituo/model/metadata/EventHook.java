package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** A rule that sends events of the server to other systems. */
@MetadataType(
    klass = "org.hisp.dhis.eventhook.EventHook",
    plural = "eventHooks",
    name = "identifiableObject",
    order = 1900,
    shareable = true,
    attributable = true,
    createPublic = "F_EVENT_HOOK_PUBLIC_ADD",
    createPrivate = "F_EVENT_HOOK_PRIVATE_ADD",
    delete = "F_EVENT_HOOK_DELETE")
public record EventHook(
    Identity identity,
    @Property(max = Integer.MAX_VALUE) @Nullable String description,
    @Property boolean disabled,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(required = true, klass = "org.hisp.dhis.eventhook.Source") @Nullable JsonNode source,
    @Property(max = 255, length = 255, required = true, klass = "org.hisp.dhis.eventhook.Target")
        List<JsonNode> targets)
    implements Identifiable {}
