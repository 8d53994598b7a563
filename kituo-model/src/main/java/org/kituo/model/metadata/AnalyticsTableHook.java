package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AnalyticsTablePhase;
import org.kituo.model.metadata.constant.AnalyticsTableType;
import org.kituo.model.metadata.constant.ResourceTableType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** SQL that DHIS2 runs while it builds analytics tables; kept for exchange, never run here. */
@MetadataType(
    klass = "org.hisp.dhis.analytics.AnalyticsTableHook",
    plural = "analyticsTableHooks",
    order = 1240,
    translatable = false,
    owned = false,
    create = "F_ANALYTICSTABLEHOOK_ADD",
    delete = "F_ANALYTICSTABLEHOOK_DELETE")
public record AnalyticsTableHook(
    Identity identity,
    @Property(length = 50) @Nullable AnalyticsTableType analyticsTableType,
    @Property(min = 1, required = true, unique = true, attribute = true) @Nullable String name,
    @Property(length = 50, required = true) @Nullable AnalyticsTablePhase phase,
    @Property(length = 50) @Nullable ResourceTableType resourceTableType,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String sql)
    implements Identifiable {}
