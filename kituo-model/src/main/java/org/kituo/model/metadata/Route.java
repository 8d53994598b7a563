package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** A way for clients through this server to another one. */
@MetadataType(
    klass = "org.hisp.dhis.route.Route",
    plural = "routes",
    name = "identifiableObject",
    order = 1200,
    shareable = true,
    attributable = true,
    createPublic = "F_ROUTE_PUBLIC_ADD",
    createPrivate = "F_ROUTE_PRIVATE_ADD",
    delete = "F_ROUTE_DELETE")
public record Route(
    Identity identity,
    @Property(klass = "org.hisp.dhis.common.auth.AuthScheme") @Nullable JsonNode auth,
    @Property(max = 255, length = 255, required = true) List<String> authorities,
    @Property(max = Integer.MAX_VALUE) @Nullable String description,
    @Property boolean disabled,
    @Property(required = true, klass = "java.util.Map") @Nullable JsonNode headers,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property @Nullable Integer responseTimeoutSeconds,
    @Property(max = Integer.MAX_VALUE) @Nullable String url)
    implements Identifiable {}
