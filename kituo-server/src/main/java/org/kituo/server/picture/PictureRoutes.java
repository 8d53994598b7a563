package org.kituo.server.picture;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kituo.analytics.Analytics;
import org.kituo.model.metadata.Dashboard;
import org.kituo.model.metadata.GeoMap;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.VisualizationType;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.analytics.AnalyticsRoutes;
import org.kituo.server.analytics.StoredTableRoutes;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Stored tables, charts, maps and dashboards as pictures. */
public final class PictureRoutes {
  /** The greatest width and height in pixels: a picture is drawn in memory. */
  private static final int LARGEST = 5_000;

  private final Analytics analytics;
  private final StoredTableRoutes tables;
  private final Views views;
  private final Clock clock;

  /**
   * @param tables what answers stored tables that are asked for as data
   */
  public PictureRoutes(Analytics analytics, StoredTableRoutes tables, Views views, Clock clock) {
    this.analytics = analytics;
    this.tables = tables;
    this.views = views;
    this.clock = clock;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String end : List.of("/data", "/data.png")) {
      routes.GET("/api/visualizations" + end, this::indicator);
      routes.GET("/api/visualizations/history" + end, this::history);
    }
    for (PictureFormat format : PictureFormat.values()) {
      String end = "/data." + format.suffix();
      routes.GET("/api/visualizations/{id}" + end, request -> visualization(request, format));
      routes.GET("/api/maps/{id}" + end, request -> map(request, format));
    }
    return routes
        .GET("/api/visualizations/{id}/data", this::data)
        .GET("/api/maps/{id}/data", request -> map(request, PictureFormat.PNG))
        .GET("/api/dashboards/{id}/data.pdf", this::dashboard)
        .build();
  }

  /** An indicator over the last twelve months, or of the units below one. */
  private ServerResponse indicator(ServerRequest request) {
    boolean periods = Requests.flag(request, "periods", true);
    return passing(
        request,
        """
        {"type": "COLUMN", "columnDimensions": ["dx"], "rowDimensions": ["%s"],
         "filterDimensions": ["%s"], "hideTitle": %s, "rawPeriods": ["LAST_12_MONTHS"],
         "dataDimensionItems": [{"indicator": {"id": "%s"}}],
         "organisationUnits": [{"id": "%s"}]}\
        """
            .formatted(
                periods ? "pe" : "ou",
                periods ? "ou" : "pe",
                Requests.flag(request, "skipTitle", false),
                needed(request, "in"),
                needed(request, "ou")),
        800,
        500);
  }

  /** What was entered into one cell of a form in a period and the twelve before it. */
  private ServerResponse history(ServerRequest request) {
    Period last;
    try {
      last = views.of(request).snapshot().calendar().parse(needed(request, "pe"));
    } catch (InvalidPeriodException e) {
      throw Problem.conflict("E7611", "Period not valid: " + e.reason());
    }
    String periods =
        IntStream.rangeClosed(-12, 0)
            .mapToObj(i -> last.plus(i).iso())
            .collect(Collectors.joining("\", \""));
    return passing(
        request,
        """
        {"type": "LINE", "columnDimensions": ["dx"], "rowDimensions": ["pe"], "showData": true,
         "filterDimensions": ["ou"], "rawPeriods": ["%s"], "hideTitle": true,
         "dataDimensionItems": [{"dataElementOperand": {"dataElement": {"id": "%s"},
           "categoryOptionCombo": {"id": "%s"}}}],
         "organisationUnits": [{"id": "%s"}]}\
        """
            .formatted(
                periods, needed(request, "de"), needed(request, "co"), needed(request, "ou")),
        525,
        300);
  }

  /** The identifiers that stand in charts that are not stored: letters and digits. */
  private static String needed(ServerRequest request, String name) {
    String value = Requests.text(request, name);
    if (value == null || !value.matches("\\w+")) {
      throw Problem.conflict(null, "Parameter %s must be given.".formatted(name));
    }
    return value;
  }

  /** A chart that is not stored. */
  private ServerResponse passing(ServerRequest request, String chart, int width, int height) {
    Visualization stored =
        new ObjectReader()
            .read(
                ObjectType.of(Visualization.class),
                JsonMapper.shared().readTree(chart),
                "NotStored01");
    int high = size(request, "height", height);
    return answer(
        stored,
        request,
        PictureFormat.PNG,
        size(request, "width", width),
        high,
        (pictures, drawn) -> pictures.pages(drawn, high));
  }

  /** As in DHIS2: tables are answered as data, charts as pictures. */
  private ServerResponse data(ServerRequest request) {
    VisualizationType type =
        StoredTableRoutes.readable(Visualization.class, request, views.of(request)).type();
    return type == VisualizationType.PIVOT_TABLE
        ? tables.json(request)
        : visualization(request, PictureFormat.PNG);
  }

  private ServerResponse visualization(ServerRequest request, PictureFormat format) {
    int height = size(request, "height", format == PictureFormat.PDF ? DashboardPages.HEIGHT : 500);
    return answer(
        Visualization.class,
        request,
        format,
        height,
        (pictures, stored) -> pictures.pages(stored, height));
  }

  private ServerResponse map(ServerRequest request, PictureFormat format) {
    int height = size(request, "height", 500);
    return answer(
        GeoMap.class,
        request,
        format,
        height,
        (pictures, stored) -> List.of(new MapLayers(pictures).of(stored)));
  }

  private ServerResponse dashboard(ServerRequest request) {
    return answer(
        Dashboard.class,
        request,
        PictureFormat.PDF,
        DashboardPages.HEIGHT,
        (pictures, stored) -> new DashboardPages(pictures).of(stored));
  }

  private <T extends MetadataObject> ServerResponse answer(
      Class<T> type,
      ServerRequest request,
      PictureFormat format,
      int height,
      BiFunction<StoredPictures, T, List<Drawing>> drawn) {
    return answer(
        StoredTableRoutes.readable(type, request, views.of(request)),
        request,
        format,
        size(request, "width", format == PictureFormat.PDF ? DashboardPages.WIDTH : 800),
        height,
        drawn);
  }

  private <T extends MetadataObject> ServerResponse answer(
      T stored,
      ServerRequest request,
      PictureFormat format,
      int width,
      int height,
      BiFunction<StoredPictures, T, List<Drawing>> drawn) {
    StoredPictures pictures =
        new StoredPictures(
            analytics,
            CurrentUser.actor(request),
            views.of(request),
            StoredTableRoutes.day(request, clock),
            Requests.text(request, "ou"));
    return AnalyticsRoutes.answering(() -> {
      List<Drawing> pages = drawn.apply(pictures, stored);
      ServerResponse.BodyBuilder answer =
          ServerResponse.ok().contentType(MediaType.parseMediaType(format.mediaType()));
      if (Requests.flag(request, "attachment", false)) {
        answer.header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=%s.%s".formatted(stored.uid(), format.suffix()));
      }
      return answer.build((servletRequest, servletResponse) -> {
        format.write(pages, width, height, servletResponse.getOutputStream());
        return null;
      });
    });
  }

  private static int size(ServerRequest request, String name, int otherwise) {
    int size = Requests.integer(request, name, otherwise);
    if (size < 1 || size > LARGEST) {
      throw Problem.badRequest(
          null, "Parameter %s must be from 1 to %d pixels.".formatted(name, LARGEST));
    }
    return size;
  }
}
