package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.MetadataWriter;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.Views;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The levels of the hierarchy without gaps: where one has no name yet it gets one, so that the
 * maintenance app shows as many rows as the hierarchy is deep.
 */
public final class FilledLevelRoutes {
  private static final ObjectType<OrganisationUnitLevel> TYPE =
      ObjectType.of(OrganisationUnitLevel.class);

  private final Views views;
  private final MetadataWriter writer;

  /** Routes over views and a writer. */
  public FilledLevelRoutes(Views views, MetadataWriter writer) {
    this.views = views;
    this.writer = writer;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/filledOrganisationUnitLevels"), this::read)
        .and(route(POST("/api/filledOrganisationUnitLevels"), this::write));
  }

  private ServerResponse read(ServerRequest request) {
    View view = views.of(request);
    FieldsPlan plan = FieldsPlan.compile(TYPE, FieldsPlan.ALL);
    Map<Integer, OrganisationUnitLevel> known = known(view.snapshot());
    List<OrganisationUnitLevel> levels = new ArrayList<>();
    for (int level = 1; level <= depth(view.snapshot()); level++) {
      OrganisationUnitLevel named = known.get(level);
      levels.add(
          named == null
              ? new OrganisationUnitLevel(
                  Identity.of(NewUids.next(), null), level, "Level " + level, null)
              : named);
    }
    return Answers.json(json -> {
      FieldsWriter fields = new FieldsWriter(json, view);
      json.writeStartArray();
      levels.forEach(l -> fields.write(l, plan));
      json.writeEndArray();
    });
  }

  private static Map<Integer, OrganisationUnitLevel> known(MetadataSnapshot snapshot) {
    Map<Integer, OrganisationUnitLevel> known = new TreeMap<>();
    for (OrganisationUnitLevel level : snapshot.all(OrganisationUnitLevel.class)) {
      if (level.level() != null) {
        known.put(level.level(), level);
      }
    }
    return known;
  }

  private static int depth(MetadataSnapshot snapshot) {
    int depth = 0;
    for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
      depth = Math.max(depth, Hierarchy.level(unit, snapshot));
    }
    return depth;
  }

  /** Names levels; one that has a name already keeps its identifier. */
  private ServerResponse write(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    JsonNode given = Requests.json(request).path("organisationUnitLevels");
    ImportReport report =
        writer.run(
            actor,
            ImportOptions.of(Strategy.CREATE_AND_UPDATE),
            (snapshot, context) -> bundle(given, snapshot));
    if (!report.errors().isEmpty()) {
      throw Problem.conflict(
          report.errors().getFirst().code(), report.errors().getFirst().message());
    }
    return ServerResponse.status(HttpStatus.CREATED).build();
  }

  private static Bundle bundle(JsonNode given, MetadataSnapshot snapshot) {
    Map<Integer, OrganisationUnitLevel> known = known(snapshot);
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    ArrayNode levels = bundle.putArray(TYPE.plural());
    for (JsonNode node : given) {
      OrganisationUnitLevel named = known.get(node.path("level").asInt(0));
      if (node instanceof ObjectNode level) {
        levels.add(named == null ? level : level.put("id", named.uid()));
      }
    }
    return Bundle.read(bundle, false, snapshot, NewUids::next);
  }
}
