package org.kituo.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.columns.ColumnEngine;
import org.kituo.analytics.columns.FactSource;
import org.kituo.analytics.plan.Registers;
import org.kituo.analytics.query.AnalyticsSettings;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.period.RelativePeriodSettings;
import org.kituo.server.analytics.AnalyticsRoutes;
import org.kituo.server.analytics.DataSetReportRoutes;
import org.kituo.server.analytics.ResourceTableRoutes;
import org.kituo.server.analytics.StoredTableRoutes;
import org.kituo.server.analytics.UnitCountRoutes;
import org.kituo.server.metadata.Views;
import org.kituo.server.orgunit.PastParentRoutes;
import org.kituo.server.orgunit.UnitProfileRoutes;
import org.kituo.server.picture.PictureRoutes;
import org.kituo.server.setting.Settings;
import org.kituo.store.approval.ApprovalTable;
import org.kituo.store.datavalue.DataValueFeed;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.feed.ChangeFeed;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.form.CompletionFeed;
import org.kituo.store.hierarchy.UnitParentTable;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.kituo.store.validation.ViolationTable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The parts of a server that answer questions about figures. */
final class AnalyticsWiring implements AutoCloseable {
  private final ColumnEngine engine;
  private final Analytics analytics;
  private final Settings settings;
  private final DataValueReader figures;
  private final UnitParentTable parents;

  /**
   * @param folder where the columns are kept
   */
  AnalyticsWiring(Path folder, DataSource database, FeedSignal signal, Settings settings) {
    this.engine = engine(folder, database, signal);
    this.analytics =
        new Analytics(
            engine,
            Registers.of(new ApprovalTable(database), new ViolationTable(database)),
            () -> analyticsSettings(settings));
    this.settings = settings;
    this.figures = new DataValueReader(database);
    this.parents = new UnitParentTable(database);
  }

  private static AnalyticsSettings analyticsSettings(Settings settings) {
    RelativePeriodSettings usual = RelativePeriodSettings.DEFAULT;
    return new AnalyticsSettings(
        new RelativePeriodSettings(
            RelativePeriodSettings.weeklyStart(settings.text("analyticsWeeklyStart"))
                .orElse(usual.weeklyStart()),
            RelativePeriodSettings.financialYearStart(settings.text("analyticsFinancialYearStart"))
                .orElse(usual.financialYearStart())),
        settings.flag("keyIncludeZeroValuesInAnalytics"),
        approvedFromYear(settings.number("keyIgnoreAnalyticsApprovalYearThreshold")),
        settings.number("keyAnalyticsMaxLimit"));
  }

  /**
   * From which year on figures must be approved to be seen.
   *
   * @param years older than so many they need not be; 0 if all must, less if none
   */
  private static Optional<Integer> approvedFromYear(int years) {
    if (years <= 0) {
      return years < 0 ? Optional.empty() : Optional.of(0);
    }
    return Optional.of(LocalDate.now(Clock.systemDefaultZone()).getYear() - years + 1);
  }

  private static ColumnEngine engine(Path folder, DataSource database, FeedSignal signal) {
    try (Connection connection = database.getConnection()) {
      ChangeFeed feed = ChangeFeed.open(connection);
      return ColumnEngine.start(
          folder,
          List.of(
              FactSource.figures(new DataValueFeed(database, feed)),
              FactSource.completions(new CompletionFeed(database, feed), ZoneId.systemDefault())),
          signal);
    } catch (SQLException e) {
      throw new IllegalStateException("The feed of changed figures cannot be opened", e);
    }
  }

  RouterFunction<ServerResponse> routes(Views views, Jobs jobs) {
    Clock clock = Clock.systemDefaultZone();
    StoredTableRoutes tables = new StoredTableRoutes(analytics, views, clock);
    return new AnalyticsRoutes(analytics, views, settings, clock, parents)
        .routes()
        .and(tables.routes())
        .and(new PictureRoutes(analytics, tables, views, clock).routes())
        .and(new UnitCountRoutes(analytics, views).routes())
        .and(new PastParentRoutes(views, parents).routes())
        .and(new DataSetReportRoutes(analytics, figures, views).routes())
        .and(new UnitProfileRoutes(analytics, views, settings, clock).routes())
        .and(new ResourceTableRoutes(jobs).routes());
  }

  /** What is done after requests were answered. */
  Map<JobType, JobWork> works() {
    return ResourceTableRoutes.works(engine);
  }

  /** When the newest state of the database that analytics know was read. */
  Optional<Instant> asOf() {
    return engine.asOf();
  }

  @Override
  public void close() {
    engine.close();
  }
}
