package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes single objects: bundles of one object and of those written out inside it. */
public final class SingleImport {
  static final String FAILED =
      "One or more errors occurred, please see full details in import report.";

  private final Supplier<MetadataSnapshot> metadata;
  private final MetadataWriter writer;
  private final PayloadShapes shapes;

  /** Over metadata and a writer. */
  public SingleImport(
      Supplier<MetadataSnapshot> metadata, MetadataWriter writer, PayloadShapes shapes) {
    this.metadata = metadata;
    this.writer = writer;
    this.shapes = shapes;
  }

  /** The newest metadata. */
  public MetadataSnapshot metadata() {
    return metadata.get();
  }

  /** The writer. */
  public MetadataWriter writer() {
    return writer;
  }

  /** The body of a request, which must be a JSON object. */
  public static ObjectNode body(ServerRequest request) {
    if (Requests.json(request) instanceof ObjectNode body) {
      return body;
    }
    throw Problem.conflict(null, "The body must be a JSON object.");
  }

  /** Refuses a bundle with values that do not fit their properties, naming all of them. */
  public static Bundle fitting(Bundle bundle) {
    return ImportRoutes.fitting(bundle);
  }

  /** The object that a request names, if the user may change it. */
  public MetadataObject changeable(ServerRequest request, ObjectType<?> type) {
    MetadataSnapshot snapshot = metadata.get();
    MetadataObject existing = Types.existing(type, request.pathVariable("uid"), snapshot);
    if (!AccessRules.may(CurrentUser.actor(request), Action.WRITE, existing, snapshot)) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to update this object.");
    }
    requireConfigurable(existing, "modified");
    return existing;
  }

  /** Refuses changes of the jobs that every server has. */
  public static void requireConfigurable(MetadataObject object, String change) {
    if (object instanceof JobConfiguration job && !job.configurable()) {
      throw Problem.conflict(
          "E1004", "Job %s is a system job that cannot be %s.".formatted(job.uid(), change));
    }
  }

  /** Refuses those who may not create objects of a type. */
  public static void requireCreator(ServerRequest request, ObjectType<?> type) {
    if (!AccessRules.mayCreate(CurrentUser.actor(request), type.facts())) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to create this object.");
    }
  }

  /** Imports an object, which it changes in place, and those written out inside it. */
  public ImportReport run(
      ServerRequest request, ObjectType<?> type, ObjectNode body, Strategy strategy) {
    return run(request, type, body, strategy, Set.of());
  }

  /**
   * Imports an object, which it changes in place, and those written out inside it.
   *
   * @param kept the properties whose values stay what they are, whatever the body says
   */
  ImportReport run(
      ServerRequest request,
      ObjectType<?> type,
      ObjectNode body,
      Strategy strategy,
      Set<String> kept) {
    ObjectNode bundle = body.objectNode();
    if (!body.has("id")) {
      body.put("id", NewUids.next());
    }
    shapes.object(type, body, bundle);
    ((ArrayNode)
            (bundle.get(type.plural()) instanceof ArrayNode array
                ? array
                : bundle.putArray(type.plural())))
        .add(body);
    ImportOptions given = ImportRoutes.options(request);
    boolean parts = bundle.size() > 1;
    ImportOptions options =
        ImportOptions.of(parts ? Strategy.CREATE_AND_UPDATE : strategy)
            .withSkipSharing(given.skipSharing())
            .withSkipTranslation(given.skipTranslation());
    return writer.run(
        CurrentUser.actor(request),
        options,
        (snapshot, context) -> {
          Bundle read =
              ImportRoutes.fitting(Bundle.read(bundle, false, snapshot, context.newUid()));
          String uid = body.path("id").asString("");
          return kept.isEmpty() ? read : read.keeping(Types.existing(type, uid, snapshot), kept);
        });
  }

  /** The report of the object itself; of a part where only that has errors. */
  public static ObjectReport reported(ImportReport report, ObjectType<?> type) {
    List<ObjectReport> all = new ArrayList<>();
    report.types().forEach(t -> all.addAll(t.objects()));
    ObjectReport own =
        all.stream()
            .filter(o -> ObjectType.of(o.object()) == type)
            .reduce((a, b) -> b)
            .orElseThrow();
    return !own.errors().isEmpty()
        ? own
        : all.stream().filter(o -> !o.errors().isEmpty()).findFirst().orElse(own);
  }

  /** The answer that an object was written. */
  public static ServerResponse done(HttpStatus status, MetadataObject object) {
    return Answers.message(
        status, "OK", null, json -> ReportJson.objectReport(json, object, List.of()));
  }

  /** The answer that an object was not written, and why. */
  public static ServerResponse failed(ObjectReport report, String outcome) {
    boolean denied =
        report.errors().stream()
            .anyMatch(e -> e.code().equals("E3000") || e.code().equals("E3001"));
    if (denied) {
      throw Problem.forbidden("E1006", report.errors().getFirst().message());
    }
    return Answers.message(
        HttpStatus.CONFLICT,
        outcome,
        FAILED,
        json -> ReportJson.objectReport(json, report.object(), report.errors()));
  }

  /** Refuses, with the first of its errors, what was not written. */
  public static void require(ImportReport report) {
    if (!report.errors().isEmpty()) {
      throw Problem.conflict("E1004", report.errors().getFirst().message());
    }
  }
}
