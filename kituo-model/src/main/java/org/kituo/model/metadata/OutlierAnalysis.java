package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.NormalizedOutlierMethod;
import org.kituo.model.metadata.constant.OutlierMethod;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** How outliers are marked in a chart. */
@MetadataType(
    klass = "org.hisp.dhis.visualization.OutlierAnalysis",
    plural = "outlierAnalysis",
    metadata = false,
    translatable = false,
    part = false)
public record OutlierAnalysis(
    @Property(persisted = false) boolean enabled,
    @Property(persisted = false, klass = "org.hisp.dhis.visualization.OutlierLine")
        @Nullable JsonNode extremeLines,
    @Property(persisted = false) @Nullable Integer maxResults,
    @Property(persisted = false) @Nullable NormalizedOutlierMethod normalizationMethod,
    @Property(persisted = false) @Nullable OutlierMethod outlierMethod,
    @Property(persisted = false) @Nullable Double thresholdFactor) {}
