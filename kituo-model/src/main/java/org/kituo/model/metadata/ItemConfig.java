package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.InsertPosition;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** Where new items are put on a dashboard. */
@MetadataType(
    klass = "org.hisp.dhis.dashboard.design.ItemConfig",
    plural = "itemConfigs",
    metadata = false,
    translatable = false,
    part = false)
public record ItemConfig(
    @Property(persisted = false) @Nullable Integer insertHeight,
    @Property(persisted = false) @Nullable InsertPosition insertPosition) {}
