package org.kituo.model.bundle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.metadata.constant.SchedulingType;
import org.kituo.model.schema.ObjectType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What jobs of each type can be told, and when they may run. */
public final class JobRules {
  /** What a parameter is. */
  public enum Kind {
    NUMBER,
    FLAG,
    TEXT,
    LIST
  }

  /** A parameter of jobs. */
  public record Parameter(String name, Kind kind) {}

  private static final List<Parameter> CHECKS = parameters("checks:LIST type:TEXT");

  /** The parameters of the types that have some, in the order in which forms show them. */
  private static final Map<JobType, List<Parameter>> PARAMETERS =
      Map.of(
          JobType.PREDICTOR,
          parameters(
              "relativeStart:NUMBER relativeEnd:NUMBER startDate:TEXT endDate:TEXT predictors:LIST"
                  + " predictorGroups:LIST"),
          JobType.MONITORING,
          parameters(
              "relativeStart:NUMBER relativeEnd:NUMBER validationRuleGroups:LIST"
                  + " sendNotifications:FLAG persistResults:FLAG"),
          JobType.LOCK_EXCEPTION_CLEANUP,
          parameters("expiresAfterMonths:NUMBER"),
          JobType.DATA_INTEGRITY,
          CHECKS,
          JobType.DATA_INTEGRITY_DETAILS,
          CHECKS,
          JobType.ANALYTICS_TABLE,
          parameters(
              "lastYears:NUMBER skipTableTypes:LIST skipPrograms:LIST skipResourceTables:FLAG"
                  + " skipOutliers:FLAG"),
          JobType.CONTINUOUS_ANALYTICS_TABLE,
          parameters(
              "fullUpdateHourOfDay:NUMBER lastYears:NUMBER skipTableTypes:LIST"
                  + " skipOutliers:FLAG"));

  /** Names that documentation gives to parameters, with those that clients send. */
  private static final Map<String, String> SYNONYMS =
      Map.of("sendNotification", "sendNotifications", "persistsResults", "persistResults");

  private JobRules() {}

  private static List<Parameter> parameters(String all) {
    return List.of(all.split(" ")).stream()
        .map(text -> text.split(":"))
        .map(pair -> new Parameter(pair[0], Kind.valueOf(pair[1])))
        .toList();
  }

  /** The parameters of a type; empty where it has none. */
  public static List<Parameter> parameters(@Nullable JobType type) {
    return type == null ? List.of() : PARAMETERS.getOrDefault(type, List.of());
  }

  /** The job with what follows from the rest: its kind of schedule, and its parameters as typed. */
  static JobConfiguration completed(JobConfiguration job) {
    ObjectType<JobConfiguration> type = ObjectType.of(JobConfiguration.class);
    JobConfiguration completed =
        type.with(
            job,
            "schedulingType",
            job.cronExpression() == null && job.delay() != null
                ? SchedulingType.FIXED_DELAY
                : SchedulingType.CRON);
    return job.jobParameters() instanceof ObjectNode given && !parameters(job.jobType()).isEmpty()
        ? type.with(completed, "jobParameters", typed(given, parameters(job.jobType())))
        : completed;
  }

  private static ObjectNode typed(ObjectNode given, List<Parameter> parameters) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    given
        .properties()
        .forEach(member ->
            typed.set(SYNONYMS.getOrDefault(member.getKey(), member.getKey()), member.getValue()));
    for (Parameter parameter : parameters) {
      JsonNode value = typed.get(parameter.name());
      JsonNode better = value == null ? missing(parameter.kind()) : typed(value, parameter.kind());
      if (better != null) {
        typed.set(parameter.name(), better);
      }
    }
    return typed;
  }

  private static @Nullable JsonNode missing(Kind kind) {
    return switch (kind) {
      case LIST -> JsonNodeFactory.instance.arrayNode();
      case FLAG -> JsonNodeFactory.instance.booleanNode(false);
      case NUMBER, TEXT -> null;
    };
  }

  /** A value as its kind has it; as it was sent where it is none of the kind. */
  private static JsonNode typed(JsonNode value, Kind kind) {
    String text = value.asString("");
    return switch (kind) {
      case NUMBER ->
          value.isString() && text.matches("-?\\d{1,9}")
              ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
              : value;
      case FLAG ->
          value.isString() && text.matches("true|false")
              ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
              : value;
      case TEXT, LIST -> value;
    };
  }

  /** Adds what is wrong with a job's time and parameters. */
  static void check(JobConfiguration job, ImportContext context, List<ImportError> errors) {
    String cron = job.cronExpression();
    if (cron != null && !context.isCron().test(cron)) {
      errors.add(
          ImportError.of("E7005", "Cron expression is invalid: `%s`".formatted(cron), cron)
              .at("cronExpression", "java.lang.String"));
    }
    if (job.delay() != null && job.delay() < 1) {
      errors.add(
          ImportError.of(
                  "E7007", "The delay must be at least one second: `%s`".formatted(job.delay()))
              .at("delay", "java.lang.Integer"));
    }
    JsonNode parameters = job.jobParameters();
    for (Parameter parameter : parameters(job.jobType())) {
      JsonNode value = parameters == null ? null : parameters.get(parameter.name());
      if (value != null && !value.isNull() && !fits(value, parameter.kind())) {
        errors.add(
            ImportError.of(
                    "E7010",
                    "Job parameter `%s` must be a %s: `%s`"
                        .formatted(
                            parameter.name(),
                            parameter.kind().name().toLowerCase(java.util.Locale.ROOT),
                            value),
                    parameter.name())
                .at("jobParameters", "org.hisp.dhis.scheduling.JobParameters"));
      }
    }
  }

  private static boolean fits(JsonNode value, Kind kind) {
    return switch (kind) {
      case NUMBER -> value.isInt();
      case FLAG -> value.isBoolean();
      case TEXT -> value.isString();
      case LIST ->
          value instanceof ArrayNode array && array.valueStream().allMatch(JsonNode::isString);
    };
  }
}
