package org.kituo.server;

import org.kituo.server.dimension.DataItemRoutes;
import org.kituo.server.dimension.DimensionRoutes;
import org.kituo.server.dimension.OperandRoutes;
import org.kituo.server.dimension.ProgramDataElementRoutes;
import org.kituo.server.gist.GistRoutes;
import org.kituo.server.locale.LocaleRoutes;
import org.kituo.server.metadata.DashboardSearch;
import org.kituo.server.metadata.DependencyRoutes;
import org.kituo.server.metadata.FavoriteRoutes;
import org.kituo.server.metadata.IdentifiableRoutes;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.ReadRoutes;
import org.kituo.server.metadata.RenderingRoutes;
import org.kituo.server.metadata.SnapshotTags;
import org.kituo.server.metadata.UnitRelatives;
import org.kituo.server.metadata.Views;
import org.kituo.server.orgunit.AssignedUnitRoutes;
import org.kituo.server.orgunit.FilledLevelRoutes;
import org.kituo.server.orgunit.GeoFeatureRoutes;
import org.kituo.server.orgunit.GeometryRoutes;
import org.kituo.server.orgunit.UnitLocationRoutes;
import org.kituo.server.setting.Settings;
import org.kituo.server.system.SystemPart;
import org.kituo.store.job.Jobs;
import org.kituo.store.metadata.MetadataStore;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** What is read of metadata. Particular paths come before those that any type has. */
final class ReadingWiring {

  private ReadingWiring() {}

  static RouterFunction<ServerResponse> routes(
      Views views,
      SystemPart system,
      MetadataWriter writer,
      MetadataStore store,
      Settings settings,
      Jobs jobs) {
    return new DashboardSearch(views)
        .routes()
        .and(new GistRoutes(views).routes())
        .and(new GeoFeatureRoutes(views).routes())
        .and(new UnitLocationRoutes(views).routes())
        .and(new GeometryRoutes(views, writer, jobs).routes())
        .and(new AssignedUnitRoutes(views).routes())
        .and(new FilledLevelRoutes(views, writer).routes())
        .and(RenderingRoutes.routes())
        .and(new LocaleRoutes(settings, views).routes())
        .and(new DimensionRoutes(views).routes())
        .and(new DataItemRoutes(views).routes())
        .and(new OperandRoutes(views).routes())
        .and(new ProgramDataElementRoutes(views).routes())
        .and(new IdentifiableRoutes(views).routes())
        .and(new FavoriteRoutes(store).routes())
        .and(new DependencyRoutes(views, system::write).routes())
        .and(new UnitRelatives(views).routes())
        .and(new ReadRoutes(views, new SnapshotTags()).routes());
  }
}
