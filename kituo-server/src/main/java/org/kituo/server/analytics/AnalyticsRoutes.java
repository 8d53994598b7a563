package org.kituo.server.analytics;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.AsThen;
import org.kituo.analytics.engine.NotReadyException;
import org.kituo.analytics.grid.AggregatedValue;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.constant.AnalyticsTableType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.SnapshotTags;
import org.kituo.server.metadata.Views;
import org.kituo.server.setting.Settings;
import org.kituo.store.hierarchy.UnitParentTable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Questions about aggregated figures. */
public final class AnalyticsRoutes {
  /** The header that tells when the newest data in an answer were read. */
  private static final String AS_OF = "X-Data-As-Of";

  private final RememberedAnswers remembered = new RememberedAnswers();
  private final Analytics analytics;
  private final Views views;
  private final Settings settings;
  private final Clock clock;
  private final SnapshotTags tags = new SnapshotTags();
  private final UnitParentTable parents;

  /** By which hierarchy of organisation units figures are summed up. */
  private enum Hierarchy {
    /** The present one, as in DHIS2. */
    NOW,
    /** For each period the one on its last day. */
    THEN
  }

  /** Routes over analytics and over what is known of earlier hierarchies. */
  public AnalyticsRoutes(
      Analytics analytics, Views views, Settings settings, Clock clock, UnitParentTable parents) {
    this.analytics = analytics;
    this.views = views;
    this.settings = settings;
    this.clock = clock;
    this.parents = parents;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (GridFormat format : GridFormat.values()) {
      boolean usual = format == GridFormat.JSON;
      routes.GET(
          "/api/analytics" + format.suffix(),
          request -> aggregated(request, usual ? GridFormat.accepted(request) : format));
      routes.GET(
          "/api/analytics/rawData" + format.suffix(),
          request -> raw(request, usual ? GridFormat.accepted(request) : format));
    }
    return routes
        .build()
        .and(route(GET("/api/analytics/dataValueSet"), this::values))
        .and(route(GET("/api/analytics/dataValueSet.xml"), this::values))
        .and(route(GET("/api/analytics/dataValueSet.csv"), this::values))
        .and(route(GET("/api/analytics/debug/sql"), this::plan))
        .and(route(GET("/api/analytics/tableTypes"), AnalyticsRoutes::tableTypes));
  }

  private ServerResponse aggregated(ServerRequest request, GridFormat format) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    AnalyticsRequest question = question(request, actor);
    if (Requests.constant(request, "orgUnitHierarchy", Hierarchy.NOW) == Hierarchy.THEN) {
      return answering(() -> {
        AsThen.Answered answered = analytics.gridAsThen(question, actor, view, parents.parents());
        return new HeadedResponse(
            format.answer(answered.grid()), AS_OF, answered.asOf().toString());
      });
    }
    return answering(() -> {
      String asOf = analytics.asOf().toString();
      Analytics.Basis basis = analytics.basis(question, view.snapshot());
      RememberedAnswers.Asked asked =
          new RememberedAnswers.Asked(question, format, actor.uid(), view.locale(), basis);
      return new HeadedResponse(
          tags.answered(
              request,
              view,
              tag(question, format, basis),
              () -> {
                byte[] table =
                    remembered.answer(asked, () -> format.bytes(table(question, actor, view)));
                return format.answer(table, CacheStrategy.of(settings, LocalDateTime.now(clock)));
              }),
          AS_OF,
          asOf);
    });
  }

  /** Differs where an answer may, as far as it depends on more than metadata and the request. */
  private static String tag(AnalyticsRequest question, GridFormat format, Analytics.Basis basis) {
    int others = Objects.hash(question, format, basis.registers(), basis.settings());
    return "-%x-%x".formatted(basis.facts(), others);
  }

  private Grid table(AnalyticsRequest question, Actor actor, View view) {
    return analytics.grid(analytics.answer(analytics.query(question, actor, view)), view);
  }

  private ServerResponse raw(ServerRequest request, GridFormat format) {
    View view = views.of(request);
    AnalyticsRequest question = question(request, CurrentUser.actor(request));
    return answering(() ->
        tags.answered(
            request,
            view,
            tag(question, format, analytics.basis(question, view.snapshot())),
            () -> format.answer(analytics.rawGrid(query(request, view), view))));
  }

  private AnalyticsQuery query(ServerRequest request, View view) {
    Actor actor = CurrentUser.actor(request);
    return analytics.query(question(request, actor), actor, view);
  }

  private AnalyticsRequest question(ServerRequest request, Actor actor) {
    boolean shortNames =
        settings
            .ofUser(CurrentUser.actor(request).uid(), "keyAnalysisDisplayProperty")
            .equalsIgnoreCase(DisplayProperty.SHORTNAME.name());
    return AnalyticsParameters.read(
        request,
        LocalDate.now(clock),
        shortNames ? DisplayProperty.SHORTNAME : DisplayProperty.NAME);
  }

  /** Turns what analytics refuses into problems. */
  public static ServerResponse answering(Supplier<ServerResponse> answer) {
    try {
      return answer.get();
    } catch (AnalyticsException e) {
      throw Problem.conflict(e.code(), e.message());
    } catch (NotReadyException e) {
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, null, String.valueOf(e.getMessage()));
    }
  }

  private ServerResponse values(ServerRequest request) {
    View view = views.of(request);
    return answering(() -> {
      AnalyticsQuery query = query(request, view);
      requireHeader(query, Dimension.DATA, "Data dimension");
      requireHeader(query, Dimension.PERIOD, "Period");
      requireHeader(query, Dimension.UNIT, "Org unit");
      List<AggregatedValue> values = analytics.values(analytics.answer(query), view);
      return new AggregatedValueSet(
              Requests.flag(request, "duplicatesOnly", false) ? doubled(values) : values,
              LocalDate.now(clock))
          .answer(request);
    });
  }

  /** The values that are of the same place once things are named as asked for. */
  private static List<AggregatedValue> doubled(List<AggregatedValue> values) {
    Map<AggregatedValue, Long> counts =
        values.stream()
            .collect(Collectors.groupingBy(AggregatedValue::place, Collectors.counting()));
    return values.stream().filter(value -> counts.getOrDefault(value.place(), 0L) > 1).toList();
  }

  private static void requireHeader(AnalyticsQuery query, String id, String what) {
    if (query.dimension(id).isEmpty()) {
      throw Problem.badRequest(
          null, "%s must be a dimension of the query: `%s`".formatted(what, id));
    }
  }

  /**
   * What a question comes to, in words: there is no SQL here, but whoever asks wants to know what
   * is computed from which figures.
   */
  private ServerResponse plan(ServerRequest request) {
    View view = views.of(request);
    return answering(() -> {
      AnalyticsQuery query = query(request, view);
      StringBuilder text = new StringBuilder("-- answered from columns in memory, without SQL\n");
      query.dimensions().forEach(d -> text.append("BY ").append(entries(d)));
      query.filters().forEach(d -> text.append("WITHIN ").append(entries(d)));
      return ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).body(text.toString());
    });
  }

  private static String entries(Dimension dimension) {
    return dimension.id()
        + dimension.entries().stream()
            .map(Entry::id)
            .collect(Collectors.joining(", ", " (", ")\n"));
  }

  private static ServerResponse tableTypes(ServerRequest request) {
    CurrentUser.actor(request);
    return Answers.json(json -> {
      json.writeStartArray();
      for (AnalyticsTableType type : AnalyticsTableType.values()) {
        json.writeString(type.name());
      }
      json.writeEndArray();
    });
  }
}
