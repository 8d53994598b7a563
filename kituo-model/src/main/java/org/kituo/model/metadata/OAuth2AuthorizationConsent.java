package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** The consent of a user to an OAuth2 client. */
@MetadataType(
    klass = "org.hisp.dhis.security.oauth2.consent.Dhis2OAuth2AuthorizationConsent",
    plural = "oAuth2AuthorizationConsents",
    name = "oauth2AuthorizationConsent",
    translatable = false,
    defaultPrivate = true,
    secondary = true)
public record OAuth2AuthorizationConsent(
    Identity identity,
    @Property(max = 1000) @Nullable String authorities,
    @Property(min = 1, max = 230, required = true, attribute = true) @Nullable String name,
    @Property(required = true) @Nullable String principalName,
    @Property(required = true) @Nullable String registeredClientId)
    implements Identifiable {}
