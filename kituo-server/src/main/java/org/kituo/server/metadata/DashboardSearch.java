package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Document;
import org.kituo.model.metadata.EventChart;
import org.kituo.model.metadata.EventReport;
import org.kituo.model.metadata.EventVisualization;
import org.kituo.model.metadata.GeoMap;
import org.kituo.model.metadata.Report;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.ObjectQuery;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** What can be put on a dashboard, found by words: {@code /api/dashboards/q/words}. */
public final class DashboardSearch {
  private static final int COUNT = 6;
  private static final int MAX_COUNT = 25;
  private static final String FIELDS =
      "id,name,code,created,lastUpdated,translations,createdBy,lastUpdatedBy,sharing,type,displayName,user,attributeValues";

  private final Views views;

  /** The kinds of content, by the singular names that {@code max} and the counts use. */
  private enum Kind {
    USER("user", "users", User.class),
    VISUALIZATION("visualization", "visualizations", Visualization.class),
    EVENT_VISUALIZATION("eventVisualization", "eventVisualizations", EventVisualization.class),
    EVENT_CHART("eventChart", "eventCharts", EventChart.class),
    MAP("map", "maps", GeoMap.class),
    EVENT_REPORT("eventReport", "eventReports", EventReport.class),
    REPORT("report", "reports", Report.class),
    RESOURCE("resource", "resources", Document.class);

    private final String singular;
    private final String plural;
    private final ObjectType<?> type;

    Kind(String singular, String plural, Class<? extends Record> record) {
      this.singular = singular;
      this.plural = plural;
      this.type = ObjectType.of(record);
    }

    /** {@code max=USERS} is as good as {@code max=USER}. */
    boolean isIn(Set<String> names) {
      return names.contains(name()) || names.contains(name() + "S");
    }
  }

  /** Routes over views. */
  public DashboardSearch(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dashboards/q/{query}"), r -> found(r, r.pathVariable("query")))
        .and(route(GET("/api/dashboards/q"), r -> found(r, null)))
        .and(route(GET("/api/dashboards/search"), r -> found(r, Requests.text(r, "q"))));
  }

  private ServerResponse found(ServerRequest request, @Nullable String words) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    int count = Requests.integer(request, "count", COUNT);
    int maxCount = Requests.integer(request, "maxCount", MAX_COUNT);
    Set<String> max =
        Requests.texts(request, "max").stream()
            .flatMap(m -> java.util.Arrays.stream(m.split(",")))
            .map(m -> m.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<Kind, List<MetadataObject>> found = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      ObjectQuery query = new ObjectQuery(kind.type, List.of(), false, words, List.of(), o -> true);
      List<MetadataObject> objects =
          query.find(view, o -> AccessRules.may(actor, Action.READ, o, view.snapshot()));
      int most = Math.max(0, kind.isIn(max) ? maxCount : count);
      found.put(kind, objects.subList(0, Math.min(objects.size(), most)));
    }
    return Answers.json(json -> write(json, found, view));
  }

  private static void write(JsonGenerator json, Map<Kind, List<MetadataObject>> found, View view) {
    json.writeStartObject();
    json.writeNumberProperty("searchCount", found.values().stream().mapToInt(List::size).sum());
    found.forEach(
        (kind, objects) -> json.writeNumberProperty(kind.singular + "Count", objects.size()));
    json.writeNumberProperty("appCount", 0);
    found.forEach((kind, objects) ->
        ReadRoutes.objects(
            json, kind.plural, objects, FieldsPlan.compile(kind.type, FIELDS), view));
    json.writeName("apps");
    json.writeStartArray();
    json.writeEndArray();
    json.writeEndObject();
  }
}
