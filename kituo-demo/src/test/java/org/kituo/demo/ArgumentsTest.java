package org.kituo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final YearMonth JUNE = YearMonth.of(2024, 6);

  private static Arguments parse(String... words) {
    return Arguments.parse(List.of(words), JUNE);
  }

  @Test
  void defaultsAreTheAdminAndTheLastCompleteMonth() {
    Arguments a = parse("--base", "http://localhost:8080");
    assertThat(a.user()).isEqualTo("admin");
    assertThat(a.password()).isEqualTo("district");
    assertThat(a.until()).isEqualTo(JUNE);
    assertThat(a.seed()).isEqualTo(1);
  }

  @Test
  void everyProblemIsListed() {
    assertThatThrownBy(() ->
            parse(
                "--colour",
                "--facilities",
                "many",
                "--months",
                "0",
                "--until",
                "202413",
                "--base",
                "localhost",
                "--seed"))
        .isInstanceOf(Arguments.Wrong.class)
        .hasMessageContaining("unknown flag: --colour")
        .hasMessageContaining("--facilities must be a whole number from 4 to 250000, not many")
        .hasMessageContaining("--months must be")
        .hasMessageContaining("--until must be a month such as 202406, not 202413")
        .hasMessageContaining("--base must be an address")
        .hasMessageContaining("--seed needs a value");
  }

  @Test
  void oneDestinationIsNeeded() {
    assertThatThrownBy(() -> parse()).hasMessageContaining("either --base URL or --out DIR");
    assertThatThrownBy(() -> parse("--base", "http://localhost", "--out", "x"))
        .hasMessageContaining("either --base URL or --out DIR");
  }

  @Test
  void aFlagGivenTwiceIsAMistake() {
    assertThatThrownBy(() -> parse("--out", "x", "--seed", "1", "--seed", "2"))
        .hasMessageContaining("--seed is given twice");
  }
}
