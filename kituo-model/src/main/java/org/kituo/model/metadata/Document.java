package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** A file or link kept as a resource. */
@MetadataType(
    klass = "org.hisp.dhis.document.Document",
    plural = "documents",
    order = 2000,
    shareable = true,
    attributable = true,
    createPublic = "F_DOCUMENT_PUBLIC_ADD",
    createPrivate = "F_DOCUMENT_PRIVATE_ADD",
    delete = "F_DOCUMENT_DELETE")
public record Document(
    Identity identity,
    @Property boolean attachment,
    @Property @Nullable String contentType,
    @Property(required = true) boolean external,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String url)
    implements Identifiable {}
