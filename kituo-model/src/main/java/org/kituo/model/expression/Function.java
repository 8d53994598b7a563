package org.kituo.model.expression;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions whose arguments are expressions. Names are case-sensitive; those that begin with {@code
 * d2:} belong to the expressions of programs.
 */
public enum Function {
  IF("if", 3, 3, Use.EVERYWHERE),
  IS("is", 2, Function.MANY, Use.EVERYWHERE),
  IS_NULL("isNull", 1, 1, Use.EVERYWHERE),
  IS_NOT_NULL("isNotNull", 1, 1, Use.EVERYWHERE),
  FIRST_NON_NULL("firstNonNull", 1, Function.MANY, Use.EVERYWHERE),
  GREATEST("greatest", 1, Function.MANY, Use.EVERYWHERE),
  LEAST("least", 1, Function.MANY, Use.EVERYWHERE),
  LOG("log", 1, 2, Use.EVERYWHERE),
  LOG10("log10", 1, 1, Use.EVERYWHERE),
  REMOVE_ZEROS("removeZeros", 1, 1, Use.EVERYWHERE),
  CONTAINS("contains", 2, Function.MANY, Use.EVERYWHERE),
  CONTAINS_ITEMS("containsItems", 2, Function.MANY, Use.EVERYWHERE),
  AVG("avg", 1, 1, Use.SAMPLES),
  COUNT("count", 1, 1, Use.SAMPLES),
  MAX("max", 1, 1, Use.SAMPLES),
  MEDIAN("median", 1, 1, Use.SAMPLES),
  MIN("min", 1, 1, Use.SAMPLES),
  PERCENTILE_CONT("percentileCont", 2, 2, Use.SAMPLES),
  STDDEV("stddev", 1, 1, Use.SAMPLES),
  STDDEV_POP("stddevPop", 1, 1, Use.SAMPLES),
  STDDEV_SAMP("stddevSamp", 1, 1, Use.SAMPLES),
  SUM("sum", 1, 1, Use.SAMPLES),
  NORM_DIST_CUM("normDistCum", 1, 3, Use.SAMPLES),
  NORM_DIST_DEN("normDistDen", 1, 3, Use.SAMPLES),
  VARIANCE("variance", 1, 1, Use.PROGRAM_INDICATORS),
  D2_ADD_DAYS("d2:addDays", 2, 2, Use.RULES),
  D2_CEIL("d2:ceil", 1, 1, Use.RULES),
  D2_CONCATENATE("d2:concatenate", 1, Function.MANY, Use.RULES),
  D2_CONDITION("d2:condition", 3, 3, Use.PROGRAMS),
  D2_CONTAINS("d2:contains", 2, Function.MANY, Use.RULES),
  D2_CONTAINS_ITEMS("d2:containsItems", 2, Function.MANY, Use.RULES),
  D2_COUNT("d2:count", 1, 1, Use.PROGRAMS),
  D2_COUNT_IF_CONDITION("d2:countIfCondition", 2, 2, Use.PROGRAM_INDICATORS),
  D2_COUNT_IF_VALUE("d2:countIfValue", 2, 2, Use.PROGRAMS),
  D2_COUNT_IF_ZERO_POS("d2:countIfZeroPos", 1, 1, Use.RULES),
  D2_DAYS_BETWEEN("d2:daysBetween", 2, 2, Use.PROGRAMS),
  D2_EXTRACT_DATA_MATRIX_VALUE("d2:extractDataMatrixValue", 2, 2, Use.RULES),
  D2_FLOOR("d2:floor", 1, 1, Use.RULES),
  D2_HAS_USER_ROLE("d2:hasUserRole", 1, 1, Use.RULES),
  D2_HAS_VALUE("d2:hasValue", 1, 1, Use.PROGRAMS),
  D2_IN_ORG_UNIT_GROUP("d2:inOrgUnitGroup", 1, 1, Use.RULES),
  D2_IN_USER_GROUP("d2:inUserGroup", 1, 1, Use.RULES),
  D2_LAST_EVENT_DATE("d2:lastEventDate", 1, 1, Use.RULES),
  D2_LEFT("d2:left", 2, 2, Use.RULES),
  D2_LENGTH("d2:length", 1, 1, Use.RULES),
  D2_MAX_VALUE("d2:maxValue", 1, 1, Use.PROGRAMS),
  D2_MIN_VALUE("d2:minValue", 1, 1, Use.PROGRAMS),
  D2_MINUTES_BETWEEN("d2:minutesBetween", 2, 2, Use.PROGRAMS),
  D2_MODULUS("d2:modulus", 2, 2, Use.RULES),
  D2_MONTHS_BETWEEN("d2:monthsBetween", 2, 2, Use.PROGRAMS),
  D2_OIZP("d2:oizp", 1, 1, Use.PROGRAMS),
  D2_RELATIONSHIP_COUNT("d2:relationshipCount", 0, 1, Use.PROGRAM_INDICATORS),
  D2_RIGHT("d2:right", 2, 2, Use.RULES),
  D2_ROUND("d2:round", 1, 2, Use.RULES),
  D2_SPLIT("d2:split", 3, 3, Use.RULES),
  D2_SUBSTRING("d2:substring", 3, 3, Use.RULES),
  D2_VALIDATE_PATTERN("d2:validatePattern", 2, 2, Use.RULES),
  D2_WEEKS_BETWEEN("d2:weeksBetween", 2, 2, Use.PROGRAMS),
  D2_YEARS_BETWEEN("d2:yearsBetween", 2, 2, Use.PROGRAMS),
  D2_Z_SCORE_HFA("d2:zScoreHFA", 3, 3, Use.RULES),
  D2_Z_SCORE_WFA("d2:zScoreWFA", 3, 3, Use.RULES),
  D2_Z_SCORE_WFH("d2:zScoreWFH", 3, 3, Use.RULES),
  D2_ZING("d2:zing", 1, 1, Use.PROGRAMS),
  D2_ZPVC("d2:zpvc", 1, Function.MANY, Use.PROGRAMS);

  private static final int MANY = Integer.MAX_VALUE;

  private static final Map<String, Function> BY_TOKEN =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(f -> f.token, f -> f));

  private final String token;
  private final int least;
  private final int most;
  private final Use use;

  /** Where a function may stand. */
  private enum Use {
    EVERYWHERE,
    /** Over the samples of a predictor, or the events of a program indicator. */
    SAMPLES,
    RULES,
    PROGRAM_INDICATORS,
    /** In program rules and in program indicators. */
    PROGRAMS
  }

  Function(String token, int least, int most, Use use) {
    this.token = token;
    this.least = least;
    this.most = most;
    this.use = use;
  }

  static Map<String, Function> byToken() {
    return BY_TOKEN;
  }

  /** The function's name. */
  public String token() {
    return token;
  }

  boolean accepts(int arguments) {
    return least <= arguments && arguments <= most;
  }

  boolean allowedIn(ParseType type) {
    return switch (use) {
      case EVERYWHERE -> true;
      case SAMPLES -> type.hasSamples() || type.isOfProgramIndicator();
      case RULES -> type.isOfRule();
      case PROGRAM_INDICATORS -> type.isOfProgramIndicator();
      case PROGRAMS -> type.isOfProgram();
    };
  }

  /** Whether the function looks at the sample periods of a predictor. */
  public boolean overSamples() {
    return use == Use.SAMPLES;
  }

  /** Whether only the expressions of programs have it; its value may be of any type. */
  boolean ofPrograms() {
    return use != Use.SAMPLES && use != Use.EVERYWHERE;
  }
}
