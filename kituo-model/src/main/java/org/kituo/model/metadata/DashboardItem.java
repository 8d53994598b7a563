package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DashboardItemShape;
import org.kituo.model.metadata.constant.DashboardItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** One tile of a dashboard. */
@MetadataType(
    klass = "org.hisp.dhis.dashboard.DashboardItem",
    plural = "dashboardItems",
    order = 3500,
    metadata = false,
    owned = false,
    defaultPrivate = true,
    implicitPrivate = true,
    createPublic = "F_DASHBOARD_PUBLIC_ADD")
@Virtual(name = "contentCount", kind = PropertyKind.INTEGER)
@Virtual(name = "displayText", kind = PropertyKind.TEXT)
@Virtual(name = "interpretationCount", kind = PropertyKind.INTEGER)
@Virtual(name = "interpretationLikeCount", kind = PropertyKind.INTEGER)
@Virtual(name = "type", kind = PropertyKind.CONSTANT, type = DashboardItemType.class)
public record DashboardItem(
    Identity identity,
    @Property @Nullable String appKey,
    @Property @Nullable Ref<EventChart> eventChart,
    @Property @Nullable Ref<EventReport> eventReport,
    @Property @Nullable Ref<EventVisualization> eventVisualization,
    @Property @Nullable Integer height,
    @Property @Nullable Ref<GeoMap> map,
    @Property boolean messages,
    @Property(persisted = false) @Nullable String name,
    @Property(singular = "report") List<Ref<Report>> reports,
    @Property(singular = "resource") List<Ref<Document>> resources,
    @Property(length = 50) @Nullable DashboardItemShape shape,
    @Property(max = Integer.MAX_VALUE, translatable = "TEXT") @Nullable String text,
    @Property @Nullable Ref<Visualization> visualization,
    @Property @Nullable Integer width,
    @Property @Nullable Integer x,
    @Property @Nullable Integer y)
    implements Identifiable {}
