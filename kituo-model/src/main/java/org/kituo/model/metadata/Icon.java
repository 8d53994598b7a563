package org.kituo.model.metadata;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** An icon for data elements, options and programs. */
@MetadataType(
    klass = "org.hisp.dhis.icon.Icon",
    plural = "icons",
    name = "Icon",
    metadata = false,
    path = "/icons",
    translatable = false,
    part = false)
public record Icon(
    @Property(persisted = false) @Nullable LocalDateTime created,
    @Property(persisted = false) @Nullable Ref<User> createdBy,
    @Property(persisted = false) boolean custom,
    @Property(persisted = false) @Nullable String description,
    @Property(persisted = false) @Nullable Ref<FileResource> fileResource,
    @Property(persisted = false) @Nullable String href,
    @Property(persisted = false) @Nullable String key,
    @Property(persisted = false, ordered = false) List<String> keywords,
    @Property(persisted = false) @Nullable LocalDateTime lastUpdated) {}
