package org.kituo.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorValueTest {
  private static final OptionalInt UNSET = OptionalInt.empty();

  /** Rows of a recorded DHIS2 2.44, except the one with 20924, which is our own. */
  @ParameterizedTest
  @CsvSource({
    "4310, 4484, 100, false, 365, 96.12, 100.0, 100, 1",
    "4310, 21439, 10000, true, 365, 2010.35, 10000.0, 3650000, 365",
    "494, 8922, 10000, true, 91, 2220.83, 40109.89, 3650000, 91",
    "344, 21439, 10000, true, 31, 1889.23, 117741.94, 3650000, 31",
    "42, 20924, 100, true, 31, 2.36, 1177.42, 36500, 31",
    "1197.5, 1, 1, false, 31, 1197.5, 1.0, 1, 1",
    "344, 31, 1, false, 31, 11.1, 1.0, 1, 1",
    "0, 1, 1, false, 31, 0.0, 1.0, 1, 1"
  })
  void isTheRatioTimesTheFactor(
      double numerator,
      double denominator,
      int factor,
      boolean annualized,
      int days,
      String value,
      String effectiveFactor,
      long multiplier,
      long divisor) {
    IndicatorValue indicator =
        IndicatorValue.of(numerator, denominator, factor, annualized, days).orElseThrow();
    assertThat(Rounding.ratio(indicator.value(), UNSET, false)).isEqualTo(value);
    assertThat(Rounding.ratio(indicator.factor(), UNSET, false)).isEqualTo(effectiveFactor);
    assertThat(indicator.multiplier()).isEqualTo(multiplier);
    assertThat(indicator.divisor()).isEqualTo(divisor);
  }

  @Test
  void isAbsentWithoutNumeratorOrDenominator() {
    assertThat(IndicatorValue.of(1, 0, 100, false, 31)).isEmpty();
    assertThat(IndicatorValue.of(Double.NaN, 1, 100, false, 31)).isEmpty();
    assertThat(IndicatorValue.of(1, Double.NaN, 100, false, 31)).isEmpty();
  }

  @Test
  void roundsRatiosToTheDecimalsOfTheIndicator() {
    assertThat(Rounding.ratio(69.5, OptionalInt.of(0), false)).isEqualTo("70");
    assertThat(Rounding.ratio(4310, OptionalInt.of(0), false)).isEqualTo("4310");
    assertThat(Rounding.ratio(4310 / 7.0, OptionalInt.of(3), false)).isEqualTo("615.714");
    assertThat(Rounding.ratio(1, OptionalInt.of(3), false)).isEqualTo("1.0");
    assertThat(Rounding.ratio(90, UNSET, false)).isEqualTo("90.0");
    assertThat(Rounding.ratio(-45, UNSET, false)).isEqualTo("-45.0");
    assertThat(Rounding.ratio(12345678, UNSET, false)).isEqualTo("12345678.0");
    assertThat(Rounding.ratio(-0.001, UNSET, false)).isEqualTo("0.0");
  }

  @Test
  void leavesTenDecimalsWhenRoundingIsSkipped() {
    double positivity = 4310 * 100 / 4484.0;
    assertThat(Rounding.ratio(positivity, UNSET, true)).isEqualTo("96.1195361285");
    assertThat(Rounding.ratio(positivity, OptionalInt.of(0), true)).isEqualTo("96.1195361285");
    assertThat(Rounding.ratio(4310 / 7.0, OptionalInt.of(3), true)).isEqualTo("615.7142857143");
    assertThat(Rounding.figure(632 / 30.0, true)).isEqualTo("21.0666666667");
  }

  @Test
  void writesFiguresWithoutTrailingZeros() {
    assertThat(Rounding.figure(46, false)).isEqualTo("46");
    assertThat(Rounding.figure(4310, false)).isEqualTo("4310");
    assertThat(Rounding.figure(5.6, false)).isEqualTo("5.6");
    assertThat(Rounding.figure(890 / 91.0, false)).isEqualTo("9.78");
    assertThat(Rounding.figure(632 / 30.0, false)).isEqualTo("21.07");
    assertThat(Rounding.round(2.675, 2)).isEqualTo(2.68);
    assertThat(Rounding.round(-2.675, 2)).isEqualTo(-2.68);
  }
}
