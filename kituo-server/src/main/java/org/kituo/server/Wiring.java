package org.kituo.server;

import jakarta.servlet.Filter;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.authentication.Passwords;
import org.kituo.server.authorization.RouteRights;
import org.kituo.server.configuration.Configuration;
import org.kituo.server.expression.ExpressionRoutes;
import org.kituo.server.file.FigureFileRoutes;
import org.kituo.server.file.FileResourceRoutes;
import org.kituo.server.file.IconRoutes;
import org.kituo.server.http.ApiPaths;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.CrossOrigin;
import org.kituo.server.http.ProblemFilter;
import org.kituo.server.http.UnknownRoutes;
import org.kituo.server.job.JobRoutes;
import org.kituo.server.job.Schedule;
import org.kituo.server.merge.MergeRoutes;
import org.kituo.server.message.MessageRoutes;
import org.kituo.server.message.Notices;
import org.kituo.server.metadata.DeletedObjectRoutes;
import org.kituo.server.metadata.FirstObjects;
import org.kituo.server.metadata.HistoryRoutes;
import org.kituo.server.metadata.ImportRoutes;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.PayloadShapes;
import org.kituo.server.metadata.PlanRoutes;
import org.kituo.server.metadata.ProgramCopyRoutes;
import org.kituo.server.metadata.SchemaRoutes;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.TranslationRoutes;
import org.kituo.server.metadata.Views;
import org.kituo.server.metadata.WriteRoutes;
import org.kituo.server.openapi.OpenApiRoutes;
import org.kituo.server.orgunit.GeometryRoutes;
import org.kituo.server.period.PeriodRoutes;
import org.kituo.server.schedule.ScheduleRoutes;
import org.kituo.server.system.MaintenanceRoutes;
import org.kituo.server.system.SystemPart;
import org.kituo.server.system.SystemRoutes;
import org.kituo.server.web.WebApplication;
import org.kituo.store.datavalue.DataValueMove;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.file.CustomIconTable;
import org.kituo.store.file.FileTable;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.job.JobWork;
import org.kituo.store.job.Jobs;
import org.kituo.store.message.MessageTable;
import org.kituo.store.metadata.MetadataHistory;
import org.kituo.store.metadata.MetadataStore;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.DatabaseAddress;
import org.kituo.store.postgres.EmbeddedPostgres;
import org.kituo.store.postgres.Sql;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A running server and all its parts: the one place where they are made and given to each other.
 * Parts are closed in the opposite order of their making, also when a later one fails to start.
 */
public final class Wiring implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final DataFolder folder;
  private final Database database;
  private final MetadataStore store;
  private final Passwords passwords = new Passwords();
  private final AccountParts accounts;
  private final FeedSignal factSignal;
  private final EntryWiring entry;
  private final AnalyticsWiring analytics;
  private final Jobs jobs;
  private final Schedule schedule;
  private final RouterFunction<ServerResponse> routes;
  private final HttpServer http;

  /**
   * Starts everything.
   *
   * @param progress gets a line before each step that may take a while
   * @throws org.kituo.store.folder.StartFailure when something is in the way that the operator can
   *     remove
   */
  public Wiring(Configuration configuration, Consumer<String> progress) {
    readTypes();
    CompletableFuture<HttpServer.Content> content = new CompletableFuture<>();
    try {
      CompletableFuture<HttpServer> server =
          HttpServer.start(
              new InetSocketAddress(configuration.bind(), configuration.port()), content);
      folder = opened(DataFolder.open(configuration.data()));
      database = opened(openDatabase(configuration, progress));
      DemoRequest.update(folder, database.isNew(), configuration.empty());
      progress.accept("Reading the metadata");
      store = opened(new MetadataStore(database));
      FirstObjects.ensure(store, passwords);
      accounts = new AccountParts(database, store, passwords);
      opened(accounts.mailer());
      factSignal = opened(new FeedSignal(database::dedicatedConnection));
      entry =
          new EntryWiring(
              database.dataSource(),
              store::snapshot,
              factSignal,
              accounts.settings(),
              new Notices(inboxes(), accounts.outbox(), accounts.settings()));
      analytics =
          opened(
              new AnalyticsWiring(
                  folder.resolve("analytics"),
                  database.dataSource(),
                  factSignal,
                  accounts.settings()));
      jobs = opened(new Jobs(database.dataSource(), works()));
      schedule = opened(new Schedule(store::snapshot, jobs));
      routes = routes(configuration);
      content.complete(new HttpServer.Content(routes, filters()));
      http = opened(server.join());
    } catch (RuntimeException e) {
      content.completeExceptionally(e);
      close();
      throw e;
    }
  }

  /** Has the declarations of the metadata types read while the database starts. */
  private static void readTypes() {
    Thread.ofPlatform()
        .daemon()
        .name("metadata-types")
        .start(() -> MetadataTypes.ALL.forEach(ObjectType::plural));
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** The database. */
  public Database database() {
    return database;
  }

  /** The port that the server answers on. */
  public int port() {
    return http.port();
  }

  /** All that the server answers. */
  public RouterFunction<ServerResponse> routes() {
    return routes;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.getLogger("kituo").log(System.Logger.Level.ERROR, "Stopping " + part, e);
      }
    }
  }

  private RouterFunction<ServerResponse> routes(Configuration configuration) {
    BaseUrl baseUrl = new BaseUrl(configuration.baseUrl());
    Views views =
        new Views(store::snapshot, baseUrl, accounts.settings(), accounts.lastLogins(), schedule);
    MetadataWriter writer = new MetadataWriter(store, accounts.settings()::passwordPolicy);
    PayloadShapes shapes = shapes();
    SingleImport single = new SingleImport(store::snapshot, writer, shapes);
    SystemPart system = SystemPart.of(database);
    RouterFunction<ServerResponse> api =
        accounts
            .routes(views, shapes, single, system, baseUrl)
            .and(new SystemRoutes(system, baseUrl, accounts.settings(), analytics::asOf).routes())
            .and(new SchemaRoutes(writer, baseUrl).routes())
            .and(new OpenApiRoutes(this::routes, baseUrl).routes())
            .and(new ImportRoutes(views, writer, shapes, system::write, jobs).routes())
            .and(new PlanRoutes(writer, shapes).routes())
            .and(
                new HistoryRoutes(views, writer, new MetadataHistory(database.dataSource()))
                    .routes())
            .and(new ExpressionRoutes(store::snapshot).routes())
            .and(new JobRoutes(jobs.table()).routes())
            .and(new ScheduleRoutes(schedule, single).routes())
            .and(new MessageRoutes(inboxes()).routes())
            .and(files(configuration, views, baseUrl))
            .and(entry.routes(views, writer, jobs))
            .and(analytics.routes(views, jobs))
            .and(new PeriodRoutes(store::snapshot).routes())
            .and(new DeletedObjectRoutes(writer).routes())
            .and(new ProgramCopyRoutes(single, baseUrl).routes())
            .and(new MaintenanceRoutes(single).routes())
            .and(
                new MergeRoutes(single, new DataValueMove(database.dataSource(), factSignal))
                    .routes())
            .and(ReadingWiring.routes(views, system, writer, store, accounts.settings(), jobs))
            .and(new TranslationRoutes(single).routes())
            .and(new WriteRoutes(single, baseUrl).routes());
    return api.and(new UnknownRoutes(api).routes())
        .and(WebApplication.routes(configuration.web()))
        .filter(new RouteRights())
        .filter(new ProblemFilter());
  }

  private MessageTable inboxes() {
    return new MessageTable(new Sql(database.dataSource()));
  }

  private RouterFunction<ServerResponse> files(
      Configuration configuration, Views views, BaseUrl baseUrl) {
    Sql sql = new Sql(database.dataSource());
    FileTable files = new FileTable(sql);
    FileResourceRoutes resources = new FileResourceRoutes(files, views);
    return resources
        .routes()
        .and(new FigureFileRoutes(resources, files, entry.cells(), views).routes())
        .and(
            new IconRoutes(configuration.web(), new CustomIconTable(sql), files, baseUrl).routes());
  }

  private PayloadShapes shapes() {
    return new PayloadShapes(passwords, accounts.settings()::passwordPolicy, store::snapshot);
  }

  /** What to do for jobs of each type. */
  private Map<JobType, JobWork> works() {
    Map<JobType, JobWork> works = new EnumMap<>(JobType.class);
    works.putAll(entry.works());
    works.putAll(analytics.works());
    MetadataWriter writer = new MetadataWriter(store, accounts.settings()::passwordPolicy);
    works.put(JobType.METADATA_IMPORT, ImportRoutes.work(store::snapshot, writer, shapes()));
    works.put(JobType.GEOJSON_IMPORT, GeometryRoutes.work(store::snapshot, writer));
    return works;
  }

  private List<Filter> filters() {
    return List.of(
        new ApiPaths(), new CrossOrigin(accounts.settings()::corsAllowlist), accounts.filter());
  }

  private Database openDatabase(Configuration configuration, Consumer<String> progress) {
    Optional<DatabaseAddress> external = configuration.database();
    progress.accept(
        external
            .map(address -> "Opening the database " + address)
            .orElse("Starting PostgreSQL in " + folder.path()));
    DatabaseAddress address =
        external.orElseGet(() -> opened(EmbeddedPostgres.start(folder)).address());
    return Database.open(address, configuration.databaseConnections());
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }
}
