package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ProgramRuleVariable;
import org.kituo.model.metadata.ProgramSection;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.ProgramStageSection;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.HeadedResponse;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies of programs: with their stages, sections, indicators and variables, and without their
 * rules, templates and data. The parts of the copy refer to each other as those of the original do,
 * also in expressions, as their identifiers are exchanged wherever they stand.
 */
public final class ProgramCopyRoutes {
  private static final ObjectType<Program> PROGRAM = ObjectType.of(Program.class);
  private static final int LONGEST_SHORT_NAME = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SingleImport single;
  private final BaseUrl baseUrl;

  /** Routes that write copies by imports. */
  public ProgramCopyRoutes(SingleImport single, BaseUrl baseUrl) {
    this.single = single;
    this.baseUrl = baseUrl;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/programs/{uid}/copy"), this::copy);
  }

  private ServerResponse copy(ServerRequest request) {
    SingleImport.requireCreator(request, PROGRAM);
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = single.metadata();
    Program program = (Program) Types.object(PROGRAM, request.pathVariable("uid"), actor, snapshot);
    String prefix = Objects.requireNonNullElse(Requests.text(request, "prefix"), "Copy of ");
    Map<String, String> identifiers = new LinkedHashMap<>();
    ObjectNode copy = copy(program, prefix, identifiers, snapshot);
    ImportReport report =
        single
            .writer()
            .run(
                actor,
                ImportOptions.of(Strategy.CREATE),
                (now, context) -> Bundle.read(copy, false, now, context.newUid()));
    if (!report.errors().isEmpty()) {
      return ReportAnswers.of(report);
    }
    String uid = Objects.requireNonNull(identifiers.get(program.uid()));
    return new HeadedResponse(
        Answers.message(HttpStatus.CREATED, "OK", "Program created: '" + uid + "'", null),
        HttpHeaders.LOCATION,
        baseUrl.api(request) + "/programs/" + uid);
  }

  private static ObjectNode copy(
      Program program, String prefix, Map<String, String> identifiers, MetadataSnapshot snapshot) {
    ObjectNode bundle = JSON.createObjectNode();
    for (MetadataObject part : parts(program, snapshot)) {
      ObjectNode json = (ObjectNode) ObjectWriter.tree(part);
      collect(json, identifiers);
      List.of("code", "created", "lastUpdated", "createdBy", "lastUpdatedBy", "version")
          .forEach(json::remove);
      if (part instanceof Program || part instanceof ProgramIndicator) {
        json.put("name", prefix + part.name());
        String shortName = prefix + json.path("shortName").asString("");
        json.put(
            "shortName", shortName.substring(0, Math.min(LONGEST_SHORT_NAME, shortName.length())));
      }
      bundle.withArrayProperty(ObjectType.of(part).plural()).add(json);
    }
    String text = bundle.toString();
    for (Map.Entry<String, String> pair : identifiers.entrySet()) {
      text = text.replace(pair.getKey(), pair.getValue());
    }
    return (ObjectNode) JSON.readTree(text);
  }

  private static List<MetadataObject> parts(Program program, MetadataSnapshot snapshot) {
    List<MetadataObject> parts = new ArrayList<>();
    parts.add(program);
    List<ProgramStage> stages = snapshot.referrers(program, ProgramStage.class, "program");
    parts.addAll(stages);
    for (ProgramStage stage : stages) {
      parts.addAll(snapshot.referrers(stage, ProgramStageSection.class, "programStage"));
    }
    Stream.of(ProgramSection.class, ProgramIndicator.class, ProgramRuleVariable.class)
        .forEach(type -> parts.addAll(snapshot.referrers(program, type, "program")));
    return parts;
  }

  /** Gives new identifiers to an object and to those that are embedded in it. */
  private static void collect(JsonNode json, Map<String, String> identifiers) {
    if (json instanceof ObjectNode object) {
      if (object.size() > 1 && object.path("id").isString()) {
        identifiers.put(object.path("id").asString(), NewUids.next());
      }
      object.forEachEntry((name, value) -> {
        if (!name.equals("sharing")) {
          collect(value, identifiers);
        }
      });
    } else if (json instanceof ArrayNode array) {
      array.forEach(item -> collect(item, identifiers));
    }
  }
}
