package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.CacheStrategy;
import org.kituo.model.metadata.constant.ReportType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored report. */
@MetadataType(
    klass = "org.hisp.dhis.report.Report",
    plural = "reports",
    order = 2000,
    shareable = true,
    createPublic = "F_REPORT_PUBLIC_ADD",
    createPrivate = "F_REPORT_PRIVATE_ADD",
    delete = "F_REPORT_DELETE")
@Virtual(
    name = "relativePeriods",
    field = "relatives",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.period.RelativePeriods")
public record Report(
    Identity identity,
    @Property(length = 40) @Nullable CacheStrategy cacheStrategy,
    @Property(max = Integer.MAX_VALUE) @Nullable String designContent,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(
            max = Double.MAX_VALUE,
            length = 0,
            klass = "org.hisp.dhis.visualization.ReportingParams")
        @Nullable JsonNode reportParams,
    @Property(length = 50) @Nullable ReportType type,
    @Property @Nullable Ref<Visualization> visualization)
    implements Identifiable {}
