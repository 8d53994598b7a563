package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AnalyticsPeriodBoundaryType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** A limit in time of what a program indicator counts. */
@MetadataType(
    klass = "org.hisp.dhis.program.AnalyticsPeriodBoundary",
    plural = "analyticsPeriodBoundaries",
    metadata = false,
    translatable = false,
    owned = false)
public record AnalyticsPeriodBoundary(
    Identity identity,
    @Property(length = 50) @Nullable AnalyticsPeriodBoundaryType analyticsPeriodBoundaryType,
    @Property(max = 50) @Nullable String boundaryTarget,
    @Property(persisted = false, attribute = true) @Nullable String name,
    @Property(sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String offsetPeriodType,
    @Property @Nullable Integer offsetPeriods)
    implements Identifiable {}
