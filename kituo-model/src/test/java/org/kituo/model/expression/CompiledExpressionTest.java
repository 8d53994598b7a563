package org.kituo.model.expression;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kituo.model.expression.ExpressionTest.parse;
import static org.kituo.model.expression.MissingValueStrategy.NEVER_SKIP;
import static org.kituo.model.expression.MissingValueStrategy.SKIP_IF_ALL_VALUES_MISSING;
import static org.kituo.model.expression.MissingValueStrategy.SKIP_IF_ANY_VALUE_MISSING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledExpressionTest {
  private static final String A = "#{AgvDe00000a}";
  private static final String B = "#{AgvDe00000b}";

  private static final Map<Class<? extends Item>, Object> COUNTS =
      Map.of(Item.Constant.class, 2.5, Item.OrgUnitGroupSize.class, 3, Item.PeriodCount.class, 31);

  private static @Nullable Object lookUp(
      QualifiedItem item, @Nullable Object a, @Nullable Object b) {
    return switch (item.item()) {
      case Item.DataElements elements -> elements.element().uid().equals("AgvDe00000a") ? a : b;
      default -> COUNTS.get(item.item().getClass());
    };
  }

  /** The value, with {@code a} and {@code b} for the items A and B. */
  private static double number(
      String text, MissingValueStrategy strategy, @Nullable Object a, @Nullable Object b) {
    CompiledExpression compiled = parse(text, ParseType.INDICATOR).compile();
    return compiled.number(Values.of(compiled.items(), item -> lookUp(item, a, b)), strategy);
  }

  private static @Nullable Boolean test(String text, @Nullable Object a) {
    CompiledExpression compiled = parse(text, ParseType.SIMPLE_TEST).compile();
    return compiled.test(Values.of(compiled.items(), item -> lookUp(item, a, null)), NEVER_SKIP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "2^3^2~512",
        "-2^2~-4",
        "2^-1~0.5",
        "7%3*2~2",
        "-7%3~-1",
        "2 - -1~3",
        "10-4-3~3",
        "2+3*4~14",
        "100/10/5~2",
        "(2+3)*4~20",
        "'12'+1~13",
        "log(8,2)~3",
        "log10(1000)~3",
        "log(1)~0",
        "greatest(1,null,3)~3",
        "least(4,2,3)~2",
        "firstNonNull(null,null,7)~7",
        "if(1 < 2 == true,1,2)~1",
        "if(!true || true,1,2)~1",
        "if(is('a' in 'b','a'),1,2)~1",
        "if(is(3 in 1,2),1,2)~2",
        "if(contains('abcd','ab','bc'),1,2)~1",
        "if(contains('abcd','x'),1,2)~2",
        "if(containsItems('ab,cd','ab','cd'),1,2)~1",
        "if(containsItems('abcd','ab'),1,2)~2",
        "if(null || true,1,2)~1",
        "if(true && null || isNull(null),1,2)~1",
        "1+[days]~32",
        "C{AgvCon00001}*OUG{AgvOug00001}~7.5"
      })
  void computes(String text, double value) {
    assertThat(number(text, SKIP_IF_ALL_VALUES_MISSING, null, null))
        .isCloseTo(value, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5/0",
        "0/0",
        "5%0",
        "log(0)",
        "log10(-1)",
        "1+null",
        "if(null,1,2)",
        "removeZeros(0)",
        "(-8)^0.5",
        "0^-1",
        "null^0",
        "1e300*1e300",
        "if(true && null,1,2)",
        "greatest(null,null)",
        "1/removeZeros(0)"
      })
  void hasNoValue(String text) {
    assertThat(number(text, NEVER_SKIP, null, null)).isNaN();
  }

  @Test
  void computesTheRecordedMathematics() {
    String text = "greatest(" + A + ",100)+least(" + A + ",50)-log10(1000)+(" + A + "%7)^2";
    assertThat(number(text, SKIP_IF_ALL_VALUES_MISSING, 4484, null)).isEqualTo(4547);
    assertThat(number(text, SKIP_IF_ALL_VALUES_MISSING, 479, null)).isEqualTo(535);
  }

  @Test
  void treatsMissingItemsByStrategy() {
    String sum = A + "+" + B;
    assertThat(number(sum, SKIP_IF_ANY_VALUE_MISSING, 1, null)).isNaN();
    assertThat(number(sum, SKIP_IF_ALL_VALUES_MISSING, 1, null)).isOne();
    assertThat(number(sum, SKIP_IF_ALL_VALUES_MISSING, null, null)).isNaN();
    assertThat(number(sum, NEVER_SKIP, null, null)).isZero();
    assertThat(number("[days]", SKIP_IF_ALL_VALUES_MISSING, null, null)).isEqualTo(31);
    assertThat(number("[days]+" + A, SKIP_IF_ALL_VALUES_MISSING, null, null)).isNaN();
  }

  @Test
  void keepsMissingItemsMissingWhereTheyAreAskedAbout() {
    String text = "if(isNull(" + A + "),-1," + A + ")+firstNonNull(" + B + ",7)";
    assertThat(number(text, SKIP_IF_ANY_VALUE_MISSING, null, null)).isEqualTo(6);
    assertThat(number(text, SKIP_IF_ANY_VALUE_MISSING, 5, 2)).isEqualTo(7);
    assertThat(number("if(true," + A + ",1)", NEVER_SKIP, null, null)).isNaN();
    assertThat(number("if(isNull(" + A + "+1),1,2)", NEVER_SKIP, null, null)).isOne();
    assertThat(number("if(isNotNull(" + A + "),1,2)", NEVER_SKIP, 0, null)).isOne();
  }

  @Test
  void convertsLoosely() {
    assertThat(number(A + "*2", NEVER_SKIP, "12", null)).isEqualTo(24);
    assertThat(number(A + "*2", NEVER_SKIP, "true", null)).isEqualTo(2);
    assertThat(number(A + "*2", NEVER_SKIP, "some", null)).isNaN();
    assertThat(test(A + " == 'POS'", "POS")).isTrue();
    assertThat(test(A + " == 'POS'", null)).isFalse();
    assertThat(test(A + " != 1", "POS")).isTrue();
    assertThat(test(A + " == '3'", 3)).isTrue();
    assertThat(test(A + " == true", "true")).isTrue();
    assertThat(test(A, 0)).isFalse();
    assertThat(test("not " + A, null)).isTrue();
    assertThat(test("'10' < '9'", null)).isTrue();
    assertThat(test("10 < '9'", null)).isFalse();
    assertThat(test("containsItems(" + A + ",'b')", "a,b")).isTrue();
    assertThat(test("null == 1", null)).isNull();
  }

  @Test
  void asksTheOrgUnit() {
    CompiledExpression compiled =
        parse("if(orgUnit.group(AgvOug00001), #{AgvDe000002}, 0)", ParseType.VALIDATION_RULE)
            .compile();
    assertThat(compiled.number(Values.of(1, 71), NEVER_SKIP)).isEqualTo(71);
    assertThat(compiled.number(Values.of(0, 71), NEVER_SKIP)).isZero();
  }

  private static double predict(String text, double... samples) {
    CompiledExpression compiled = parse(text, ParseType.PREDICTOR).compile();
    List<Values> past =
        DoubleStream.of(samples)
            .mapToObj(sample -> Values.of(compiled.items(), item -> lookUp(item, sample, null)))
            .toList();
    Values now = Values.of(compiled.items(), item -> lookUp(item, 7.0, null), past);
    return compiled.number(now, SKIP_IF_ALL_VALUES_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "avg, 5",
    "sum, 40",
    "count, 8",
    "max, 9",
    "min, 2",
    "median, 4.5",
    "stddevPop, 2",
    "stddev, 2.138089935299395",
    "stddevSamp, 2.138089935299395"
  })
  void aggregatesOverSamples(String function, double expected) {
    assertThat(predict(function + "(" + A + ")", 2, 4, 4, 4, NaN, 5, 5, 7, 9))
        .isCloseTo(expected, within(1e-12));
    assertThat(predict(function + "(" + A + ")", NaN, NaN)).isNaN();
  }

  @Test
  void combinesSamplesAndTheOutputPeriod() {
    assertThat(predict("sum(" + A + ")+" + A, 1d, 2d)).isEqualTo(10);
    assertThat(predict("percentileCont(0.75," + A + ")", 1d, 2d, 3d, 10d)).isEqualTo(4.75);
    assertThat(predict("percentileCont(1.5," + A + ")", 1d, 2d)).isNaN();
    assertThat(predict("normDistCum(" + A + ",7,2)", 1d)).isCloseTo(0.5, within(1e-15));
    assertThat(predict("normDistCum(" + A + ",5.04,1)", 1d))
        .isCloseTo(0.9750021048517795, within(1e-12));
    assertThat(predict("normDistCum(" + A + ",12,1)", 1d))
        .isCloseTo(2.866515718791946e-7, within(1e-18));
    assertThat(predict("normDistDen(" + A + ",7,2)", 1d))
        .isCloseTo(0.19947114020071635, within(1e-15));
    assertThat(predict("normDistCum(" + A + ")", 6d, 7d, 8d)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void readsAnArrayByIndex() {
    CompiledExpression compiled = parse(A + "+" + B + "*" + A, ParseType.INDICATOR).compile();
    assertThat(compiled.items()).hasSize(2);
    double[] row = {2, 3};
    Values values = Values.of(row);
    assertThat(compiled.number(values, SKIP_IF_ANY_VALUE_MISSING)).isEqualTo(8);
    Arrays.fill(row, 1);
    assertThat(compiled.number(values, SKIP_IF_ANY_VALUE_MISSING)).isEqualTo(2);
  }
}
