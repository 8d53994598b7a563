package org.kituo.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.model.metadata.constant.ValueType;

class ValueRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER | 12.5 | 12.5 |
          NUMBER | -0.25 | -0.25 |
          NUMBER | 0.0 | 0.0 |
          NUMBER | 1.0E7 | 1.0E7 |
          NUMBER | 1e3 | 1e3 | value_not_numeric
          NUMBER | 1,5 | 1,5 | value_not_numeric
          NUMBER | 1E999 | 1E999 | value_not_numeric
          NUMBER | . | . | value_not_numeric
          NUMBER | - | - | value_not_numeric
          NUMBER | 007 | 007 | value_not_numeric
          NUMBER | NaN | NaN | value_not_numeric
          INTEGER | 5 | 5 |
          INTEGER | 5.0 | 5 |
          INTEGER | 5.5 | 5.5 | value_not_integer
          INTEGER | 5. | 5. | value_not_integer
          INTEGER | 99999999999 | 99999999999 | value_not_integer
          INTEGER_POSITIVE | 1 | 1 |
          INTEGER_POSITIVE | 0 | 0 | value_not_positive_integer
          INTEGER_NEGATIVE | -4 | -4 |
          INTEGER_NEGATIVE | 0 | 0 | value_not_negative_integer
          INTEGER_ZERO_OR_POSITIVE | 0 | 0 |
          INTEGER_ZERO_OR_POSITIVE | -2 | -2 | value_not_zero_or_positive_integer
          PERCENTAGE | 99.9 | 99.9 |
          PERCENTAGE | 101 | 101 | value_not_percentage
          UNIT_INTERVAL | 0.5 | 0.5 |
          UNIT_INTERVAL | 1.1 | 1.1 | value_not_unit_interval
          BOOLEAN | T | true |
          BOOLEAN | 0 | false |
          BOOLEAN | maybe | maybe | value_not_bool
          TRUE_ONLY | yes | true |
          TRUE_ONLY | false | false | value_not_true_only
          DATE | 2023-05-06 | 2023-05-06 |
          DATE | 2023-05-06T10:11:12 | 2023-05-06 |
          DATE | 2023-13-01 | 2023-13-01 | value_not_valid_date
          DATE | 2023-02-29 | 2023-02-29 | value_not_valid_date
          DATE | 06.05.2023 | 06.05.2023 | value_not_valid_date
          DATETIME | 2023-05-06T10:11:12 | 2023-05-06T10:11:12 |
          DATETIME | yesterday | yesterday | value_not_valid_datetime
          TIME | 09:30 | 09:30 |
          TIME | 25:00 | 25:00 | value_not_valid_time
          LETTER | A | A |
          LETTER | AB | AB | value_not_valid_letter
          EMAIL | a@b.org | a@b.org |
          EMAIL | nomail | nomail | value_not_valid_email
          PHONE_NUMBER | +4722334455 | +4722334455 |
          PHONE_NUMBER | x | x | value_not_phone_number
          URL | https://dhis2.org | https://dhis2.org |
          URL | no url | no url | value_not_url
          COORDINATE | [10.5,20.25] | [10.5,20.25] |
          COORDINATE | [190,20] | [190,20] | value_not_coordinate
          COORDINATE | 10,20 | 10,20 | value_not_coordinate
          USERNAME | admin | admin |
          USERNAME | no user | no user | value_not_valid_username
          AGE | 2020-01-01 | 2020-01-01 |
          AGE | five | five | value_not_valid_age
          ORGANISATION_UNIT | AgvOuD00001 | AgvOuD00001 |
          ORGANISATION_UNIT | nothing | nothing | value_not_valid_org_unit_uid
          """)
  void keepsAndChecks(ValueType type, String text, String kept, @Nullable String problem) {
    assertThat(ValueRules.normalise(type, text)).isEqualTo(kept);
    assertThat(ValueRules.problem(type, kept)).isEqualTo(problem);
  }

  @Property
  void aNormalFormIsItsOwnNormalForm(@ForAll ValueType type, @ForAll String text) {
    String once = ValueRules.normalise(type, text);
    assertThat(ValueRules.normalise(type, once)).isEqualTo(once);
  }

  @Property
  void numbersAreThoseOfAnExpression(
      @ForAll @CharRange(from = '-', to = '9') @StringLength(max = 6) String text) {
    boolean expected = text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E-?[0-9]+)?");
    assertThat(ValueRules.problem(ValueType.NUMBER, text) == null).isEqualTo(expected);
  }

  @Property
  void integersAreValidWhereTheirSignAllows(@ForAll int number) {
    String text = Integer.toString(number);
    assertThat(ValueRules.problem(ValueType.INTEGER, text)).isNull();
    assertThat(ValueRules.problem(ValueType.NUMBER, text)).isNull();
    assertThat(ValueRules.problem(ValueType.INTEGER_POSITIVE, text) == null).isEqualTo(number > 0);
    assertThat(ValueRules.problem(ValueType.INTEGER_NEGATIVE, text) == null).isEqualTo(number < 0);
    assertThat(ValueRules.problem(ValueType.PERCENTAGE, text) == null)
        .isEqualTo(number >= 0 && number <= 100);
  }

  @Property
  void decimalsKeepTheirDigits(@ForAll BigDecimal number) {
    String text = number.toPlainString();
    assertThat(ValueRules.normalise(ValueType.NUMBER, text)).isEqualTo(text);
    assertThat(ValueRules.problem(ValueType.NUMBER, text)).isNull();
  }

  @Property
  void datesAreValid(@ForAll LocalDate date) {
    String text = date.toString();
    assertThat(ValueRules.problem(ValueType.DATE, text)).isNull();
    assertThat(ValueRules.normalise(ValueType.DATE, text + "T23:59:59")).isEqualTo(text);
  }
}
