package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.LegendDisplayStrategy;
import org.kituo.model.metadata.constant.LegendDisplayStyle;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** The legend of a table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.visualization.LegendDefinitions",
    plural = "legendDefinitions",
    name = "legend",
    metadata = false,
    translatable = false,
    part = false)
public record LegendDefinitions(
    @Property(field = "legendSet", persisted = false) @Nullable Ref<LegendSet> set,
    @Property(persisted = false) boolean showKey,
    @Property(field = "legendDisplayStrategy", persisted = false)
        @Nullable LegendDisplayStrategy strategy,
    @Property(field = "legendDisplayStyle", persisted = false)
        @Nullable LegendDisplayStyle style) {}
