package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** A client of the OAuth2 server. */
@MetadataType(
    klass = "org.hisp.dhis.security.oauth2.client.Dhis2OAuth2Client",
    plural = "oAuth2Clients",
    name = "oauth2Client",
    translatable = false,
    defaultPrivate = true,
    create = "F_OAUTH2_CLIENT_MANAGE",
    update = "F_OAUTH2_CLIENT_MANAGE",
    delete = "F_OAUTH2_CLIENT_MANAGE",
    read = "F_OAUTH2_CLIENT_MANAGE")
public record OAuth2Client(
    Identity identity,
    @Property(max = 1000) @Nullable String authorizationGrantTypes,
    @Property(max = 1000) @Nullable String clientAuthenticationMethods,
    @Property(required = true, unique = true) @Nullable String clientId,
    @Property @Nullable LocalDateTime clientIdIssuedAt,
    @Property @Nullable String clientSecret,
    @Property @Nullable LocalDateTime clientSecretExpiresAt,
    @Property(max = Integer.MAX_VALUE) @Nullable String clientSettings,
    @Property(max = 230, required = true) @Nullable String name,
    @Property(max = 1000) @Nullable String postLogoutRedirectUris,
    @Property(max = 1000) @Nullable String redirectUris,
    @Property(max = 1000) @Nullable String scopes,
    @Property(max = Integer.MAX_VALUE) @Nullable String tokenSettings)
    implements Identifiable {}
