package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.FileResourceDomain;
import org.kituo.model.metadata.constant.FileResourceStorageStatus;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;

/** A file that was sent to the server. */
@MetadataType(
    klass = "org.hisp.dhis.fileresource.FileResource",
    plural = "fileResources",
    name = "identifiableObject",
    metadata = false,
    path = "/fileResources",
    translatable = false,
    part = false)
public record FileResource(
    Identity identity,
    @Property(required = true) boolean assigned,
    @Property(required = true, min = Long.MIN_VALUE, max = Long.MAX_VALUE, kind = PropertyKind.TEXT)
        @Nullable Long contentLength,
    @Property(required = true, length = 32, max = 32) @Nullable String contentMd5,
    @Property(required = true) @Nullable String contentType,
    @Property(length = 40) @Nullable FileResourceDomain domain,
    @Property boolean hasMultipleStorageFiles,
    @Property(required = true, length = 230, max = 230) @Nullable String name,
    @Property(persisted = false) @Nullable FileResourceStorageStatus storageStatus)
    implements Identifiable {}
