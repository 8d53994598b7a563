package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DashboardItemShape;
import org.kituo.model.metadata.constant.DashboardItemType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** One tile of a dashboard. */
@MetadataType(
    klass = "org.hisp.dhis.dashboard.DashboardItem",
    plural = "dashboardItems",
    order = 3500,
    longestCode = 255,
    metadata = false,
    path = "/dashboardItems",
    owned = false,
    defaultPrivate = true,
    implicitPrivate = true,
    createPublic = "F_DASHBOARD_PUBLIC_ADD")
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
    @Property(singular = "userItem") List<Ref<User>> users,
    @Property @Nullable Ref<Visualization> visualization,
    @Property @Nullable Integer width,
    @Property @Nullable Integer x,
    @Property @Nullable Integer y)
    implements Identifiable {

  /** What kind of tile it is. */
  @Computed
  public @Nullable DashboardItemType type(View view) {
    if (visualization != null) {
      return DashboardItemType.VISUALIZATION;
    } else if (eventVisualization != null) {
      return DashboardItemType.EVENT_VISUALIZATION;
    } else if (eventChart != null) {
      return DashboardItemType.EVENT_CHART;
    } else if (map != null) {
      return DashboardItemType.MAP;
    } else if (eventReport != null) {
      return DashboardItemType.EVENT_REPORT;
    } else if (text != null) {
      return DashboardItemType.TEXT;
    } else if (!users.isEmpty()) {
      return DashboardItemType.USERS;
    } else if (!reports.isEmpty()) {
      return DashboardItemType.REPORTS;
    } else if (!resources.isEmpty()) {
      return DashboardItemType.RESOURCES;
    } else if (messages) {
      return DashboardItemType.MESSAGES;
    }
    return appKey == null ? null : DashboardItemType.APP;
  }

  /** The number of objects on the tile. */
  @Computed
  public int contentCount(View view) {
    int listed = users.size() + reports.size() + resources.size();
    return listed > 0 ? listed : type(view) == null ? 0 : 1;
  }

  /** The text in the language of the user. */
  @Computed
  public @Nullable String displayText(View view) {
    return view.displayed(this, "text");
  }

  /** The number of comments on what is shown. */
  @Computed
  public int interpretationCount(View view) {
    return 0;
  }

  /** How often comments on what is shown were liked. */
  @Computed
  public int interpretationLikeCount(View view) {
    return 0;
  }
}
