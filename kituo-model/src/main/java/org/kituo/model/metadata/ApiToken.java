package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ApiTokenType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** A personal access token of a user. */
@MetadataType(
    klass = "org.hisp.dhis.security.apikey.ApiToken",
    plural = "apiToken",
    shareable = true,
    translatable = false,
    defaultPrivate = true)
public record ApiToken(
    Identity identity,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.security.apikey.ApiTokenAttribute")
        List<JsonNode> attributes,
    @Property(min = -9.223372036854776e+18, max = 9.223372036854776e+18, required = true)
        @Nullable Long expire,
    @Property(persisted = false, attribute = true) @Nullable String name,
    @Property(length = 50, required = true) @Nullable ApiTokenType type,
    @Property(required = true) @Nullable Integer version)
    implements Identifiable {}
