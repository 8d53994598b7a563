package org.kituo.server.merge;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.merge.MergeOutcome;
import org.kituo.model.merge.MergeRequest;
import org.kituo.model.merge.MergeRequest.DataStrategy;
import org.kituo.model.merge.ObjectMerge;
import org.kituo.model.merge.UnitMerge;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.Types;
import org.kituo.store.datavalue.DataValueMove;
import org.kituo.store.datavalue.DataValueMove.Part;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Merges of objects and organisation units, and splits of units. Figures are moved after the
 * metadata have changed, when no new ones can come in for the objects that ended.
 */
public final class MergeRoutes {
  /** The types that can be merged, and the authority that each needs. */
  private static final Map<String, String> AUTHORITIES =
      Map.of(
          "categories", "F_CATEGORY_MERGE",
          "categoryOptions", "F_CATEGORY_OPTION_MERGE",
          "categoryCombos", "F_CATEGORY_COMBO_MERGE",
          "categoryOptionCombos", "F_CATEGORY_OPTION_COMBO_MERGE",
          "dataElements", "F_DATA_ELEMENT_MERGE",
          "indicators", "F_INDICATOR_MERGE",
          "indicatorTypes", "F_INDICATOR_TYPE_MERGE");

  private final SingleImport single;
  private final DataValueMove figures;

  /** Routes over metadata and figures. */
  public MergeRoutes(SingleImport single, DataValueMove figures) {
    this.single = single;
    this.figures = figures;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/organisationUnits/merge"), this::mergeUnits)
        .and(route(POST("/api/organisationUnits/split"), this::splitUnit))
        .and(route(POST("/api/{type}/merge"), this::merge));
  }

  private ServerResponse merge(ServerRequest request) throws SQLException {
    ObjectType<?> type = Types.byPath(request.pathVariable("type"));
    String authority = AUTHORITIES.get(type.plural());
    if (authority == null) {
      throw Problem.notFound("Objects of type " + type.simpleKlass() + " cannot be merged.");
    }
    Actor actor = CurrentUser.actor(request);
    CurrentUser.require(actor, authority);
    JsonNode body = SingleImport.body(request);
    MergeRequest wanted = request(body, "dataMergeStrategy", false);
    MetadataSnapshot before = single.metadata();
    AtomicReference<MergeOutcome> outcome = new AtomicReference<>();
    single
        .writer()
        .commit(
            actor,
            (snapshot, now) -> {
              MergeOutcome made = ObjectMerge.run(snapshot, type, wanted, now);
              outcome.set(made);
              return made.change();
            });
    MergeOutcome merged = Objects.requireNonNull(outcome.get());
    if (merged.errors().isEmpty()) {
      List<Part> parts =
          type.record() == DataElement.class
              ? List.of(Part.DATA_ELEMENT)
              : type.record() == CategoryOptionCombo.class
                  ? List.of(Part.CATEGORY_OPTION_COMBO, Part.ATTRIBUTE_OPTION_COMBO)
                  : List.of();
      move(parts, type.record(), before, wanted, actor);
    }
    return answer(type, merged);
  }

  private void move(
      List<Part> parts, Class<?> type, MetadataSnapshot before, MergeRequest wanted, Actor actor)
      throws SQLException {
    int[] sources = wanted.sources().stream().mapToInt(uid -> before.key(type, uid)).toArray();
    int target = before.key(type, Objects.requireNonNull(wanted.target()));
    for (Part part : parts) {
      figures.move(
          part,
          sources,
          target,
          wanted.dataStrategy() != DataStrategy.DISCARD,
          actor.user().label());
    }
  }

  private static MergeRequest request(JsonNode body, String strategy, boolean delete) {
    String target = body.path("target").asString("");
    return new MergeRequest(
        texts(body.path("sources")),
        target.isEmpty() ? null : target,
        body.path("deleteSources").asBoolean(delete),
        strategy(body.path(strategy).asString("")));
  }

  private static @Nullable DataStrategy strategy(String name) {
    for (DataStrategy strategy : DataStrategy.values()) {
      if (strategy.name().equals(name)) {
        return strategy;
      }
    }
    return null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asString("")));
    return texts;
  }

  private static ServerResponse answer(ObjectType<?> type, MergeOutcome outcome) {
    boolean ok = outcome.errors().isEmpty();
    return Answers.message(
        ok ? HttpStatus.OK : HttpStatus.CONFLICT,
        ok ? "OK" : "WARNING",
        ok ? null : "One or more errors occurred, please see full details in merge report.",
        json -> {
          json.writeStartObject();
          json.writeName("mergeReport");
          json.writeStartObject();
          errors(json, outcome.errors());
          json.writeStringProperty("mergeType", type.simpleKlass());
          json.writeName("sourcesDeleted");
          json.writeStartArray();
          outcome.deleted().forEach(json::writeString);
          json.writeEndArray();
          json.writeStringProperty(
              "message", type.simpleKlass() + (ok ? " merge complete" : " merge has errors"));
          json.writeEndObject();
          json.writeStringProperty("responseType", "MergeWebResponse");
          json.writeEndObject();
        });
  }

  private static void errors(JsonGenerator json, List<ImportError> errors) {
    json.writeName("mergeErrors");
    json.writeStartArray();
    for (ImportError error : errors) {
      json.writeStartObject();
      json.writeStringProperty("message", error.message());
      json.writeStringProperty("errorCode", error.code());
      json.writeName("args");
      json.writeStartArray();
      error.args().forEach(arg -> json.writeString(String.valueOf(arg)));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private ServerResponse mergeUnits(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    MergeRequest wanted = request(SingleImport.body(request), "dataValueMergeStrategy", true);
    MetadataSnapshot before = single.metadata();
    commit(actor, (snapshot, now) -> UnitMerge.merge(snapshot, wanted, now));
    move(List.of(Part.ORG_UNIT), OrganisationUnit.class, before, wanted, actor);
    return Answers.ok("Organisation units merged");
  }

  private ServerResponse splitUnit(ServerRequest request) throws SQLException {
    Actor actor = CurrentUser.actor(request);
    JsonNode body = SingleImport.body(request);
    String source = body.path("source").asString("");
    List<String> targets = texts(body.path("targets"));
    String named = body.path("primaryTarget").asString("");
    String primary = named.isEmpty() ? null : named;
    boolean delete = body.path("deleteSource").asBoolean(true);
    MetadataSnapshot before = single.metadata();
    commit(
        actor, (snapshot, now) -> UnitMerge.split(snapshot, source, targets, primary, delete, now));
    MergeRequest moved =
        new MergeRequest(
            List.of(source), primary == null ? targets.getFirst() : primary, delete, null);
    move(List.of(Part.ORG_UNIT), OrganisationUnit.class, before, moved, actor);
    return Answers.ok("Organisation unit split");
  }

  @FunctionalInterface
  private interface UnitChange {
    MergeOutcome of(MetadataSnapshot snapshot, java.time.LocalDateTime now);
  }

  private void commit(Actor actor, UnitChange units) {
    single
        .writer()
        .commit(
            actor,
            (snapshot, now) -> {
              MergeOutcome outcome = units.of(snapshot, now);
              if (!outcome.errors().isEmpty()) {
                ImportError first = outcome.errors().getFirst();
                throw Problem.conflict(first.code(), first.message());
              }
              return outcome.change();
            });
  }
}
