package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** The key of the series of a chart. */
@MetadataType(
    klass = "org.hisp.dhis.visualization.SeriesKey",
    plural = "seriesKeys",
    metadata = false,
    translatable = false,
    part = false)
public record SeriesKey(
    @Property(persisted = false) boolean hidden,
    @Property(persisted = false, klass = "org.hisp.dhis.visualization.StyledObject")
        @Nullable JsonNode label) {}
