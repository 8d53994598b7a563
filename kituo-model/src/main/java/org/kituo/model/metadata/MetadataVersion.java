package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.VersionType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A numbered state of the metadata. */
@MetadataType(
    klass = "org.hisp.dhis.metadata.version.MetadataVersion",
    plural = "metadataVersions",
    metadata = false,
    path = "/metadata/version",
    translatable = false,
    owned = false,
    createPublic = {"ALL", "F_METADATA_MANAGE"},
    part = false)
@Virtual(name = "hashCode", kind = PropertyKind.TEXT, persisted = true)
public record MetadataVersion(
    Identity identity,
    @Property @Nullable LocalDateTime importDate,
    @Property(required = true, length = 230, max = 230) @Nullable String name,
    @Property(length = 50) @Nullable VersionType type)
    implements Identifiable {}
