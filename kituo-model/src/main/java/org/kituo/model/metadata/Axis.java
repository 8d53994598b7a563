package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** An optional axis of a chart. */
@MetadataType(
    klass = "org.hisp.dhis.visualization.Axis",
    plural = "axes",
    metadata = false,
    translatable = false)
public record Axis(
    @Property(required = true) @Nullable Integer axis,
    @Property(required = true) @Nullable String dimensionalItem) {}
