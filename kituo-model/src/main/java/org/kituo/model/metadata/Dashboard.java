package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** A page of charts, tables, maps and texts. */
@MetadataType(
    klass = "org.hisp.dhis.dashboard.Dashboard",
    plural = "dashboards",
    order = 3501,
    shareable = true,
    defaultPrivate = true,
    implicitPrivate = true,
    favoritable = true,
    createPublic = "F_DASHBOARD_PUBLIC_ADD")
@Virtual(name = "displayDescription", kind = PropertyKind.TEXT)
public record Dashboard(
    Identity identity,
    @Property(singular = "allowedFilter", max = 255, length = 255) List<String> allowedFilters,
    @Property(singular = "dashboardItem", field = "items", cascade = "all,delete,delete-orphan")
        List<DashboardItem> dashboardItems,
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property(klass = "org.hisp.dhis.dashboard.embedded.EmbeddedDashboard")
        @Nullable JsonNode embedded,
    @Property(singular = "favorite", max = 255, length = 255, ordered = false)
        List<String> favorites,
    @Property @Nullable ItemConfig itemConfig,
    @Property(klass = "org.hisp.dhis.dashboard.design.Layout") @Nullable JsonNode layout,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property boolean restrictFilters)
    implements Favoritable {

  /** The number of tiles. */
  @Computed
  public int itemCount(View view) {
    return dashboardItems.size();
  }
}
