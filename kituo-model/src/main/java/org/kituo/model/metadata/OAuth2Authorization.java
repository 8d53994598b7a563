package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** An authorization given to a client by OAuth2. */
@MetadataType(
    klass = "org.hisp.dhis.security.oauth2.authorization.Dhis2OAuth2Authorization",
    plural = "oAuth2Authorizations",
    name = "oauth2Authorization",
    translatable = false,
    defaultPrivate = true,
    secondary = true)
public record OAuth2Authorization(
    Identity identity,
    @Property @Nullable LocalDateTime accessTokenExpiresAt,
    @Property @Nullable LocalDateTime accessTokenIssuedAt,
    @Property(max = 1000) @Nullable String accessTokenScopes,
    @Property @Nullable String accessTokenType,
    @Property @Nullable LocalDateTime authorizationCodeExpiresAt,
    @Property @Nullable LocalDateTime authorizationCodeIssuedAt,
    @Property(required = true) @Nullable String authorizationGrantType,
    @Property(max = 1000) @Nullable String authorizedScopes,
    @Property @Nullable LocalDateTime deviceCodeExpiresAt,
    @Property @Nullable LocalDateTime deviceCodeIssuedAt,
    @Property(min = 1, max = 230, required = true, attribute = true) @Nullable String name,
    @Property @Nullable LocalDateTime oidcIdTokenExpiresAt,
    @Property @Nullable LocalDateTime oidcIdTokenIssuedAt,
    @Property(required = true) @Nullable String principalName,
    @Property @Nullable LocalDateTime refreshTokenExpiresAt,
    @Property @Nullable LocalDateTime refreshTokenIssuedAt,
    @Property(required = true) @Nullable String registeredClientId,
    @Property @Nullable LocalDateTime userCodeExpiresAt,
    @Property @Nullable LocalDateTime userCodeIssuedAt)
    implements Identifiable {}
