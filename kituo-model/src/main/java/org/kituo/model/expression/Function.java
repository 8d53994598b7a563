package org.kituo.model.expression;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions whose arguments are expressions. Names are case-sensitive. */
public enum Function {
  IF("if", 3, 3),
  IS("is", 2, Function.MANY),
  IS_NULL("isNull", 1, 1),
  IS_NOT_NULL("isNotNull", 1, 1),
  FIRST_NON_NULL("firstNonNull", 1, Function.MANY),
  GREATEST("greatest", 1, Function.MANY),
  LEAST("least", 1, Function.MANY),
  LOG("log", 1, 2),
  LOG10("log10", 1, 1),
  REMOVE_ZEROS("removeZeros", 1, 1),
  CONTAINS("contains", 2, Function.MANY),
  CONTAINS_ITEMS("containsItems", 2, Function.MANY),
  AVG("avg", 1, 1),
  COUNT("count", 1, 1),
  MAX("max", 1, 1),
  MEDIAN("median", 1, 1),
  MIN("min", 1, 1),
  PERCENTILE_CONT("percentileCont", 2, 2),
  STDDEV("stddev", 1, 1),
  STDDEV_POP("stddevPop", 1, 1),
  STDDEV_SAMP("stddevSamp", 1, 1),
  SUM("sum", 1, 1),
  NORM_DIST_CUM("normDistCum", 1, 3),
  NORM_DIST_DEN("normDistDen", 1, 3);

  private static final int MANY = Integer.MAX_VALUE;

  private static final Map<String, Function> BY_TOKEN =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(f -> f.token, f -> f));

  private final String token;
  private final int least;
  private final int most;

  Function(String token, int least, int most) {
    this.token = token;
    this.least = least;
    this.most = most;
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
    return !overSamples() || type.hasSamples();
  }

  /** Whether the function looks at the sample periods of a predictor. */
  public boolean overSamples() {
    return ordinal() >= AVG.ordinal();
  }
}
