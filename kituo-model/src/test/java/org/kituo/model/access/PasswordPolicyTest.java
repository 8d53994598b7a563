package org.kituo.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passwords and names of accounts must be like. */
class PasswordPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "Ab_1, at least 8",
    "Abcdefgh_, digit",
    "abcdefgh_1, upper case",
    "Abcdefgh1, special",
    "My_Password1, guessed",
    "Sister_Ann_1, username",
    "x_Ann@example.org_Y1, email"
  })
  void saysWhatIsWrongWithAPassword(String password, String fault) {
    assertThat(PasswordPolicy.USUAL.fault(password, "ann_1", "ann@example.org")).contains(fault);
  }

  @Test
  void acceptsAGoodPassword() {
    assertThat(PasswordPolicy.USUAL.fault("Kelp-Rope_77", "ann_1", null)).isNull();
  }

  @Test
  void countsCharactersAsTheSettingsSay() {
    assertThat(new PasswordPolicy(13, 20).fault("Kelp-Rope_77", null, null)).contains("13");
    assertThat(new PasswordPolicy(4, 11).fault("Kelp-Rope_77", null, null)).contains("11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "ann.b", "a_b-c@d.e", "1234"})
  void acceptsNames(String name) {
    assertThat(Usernames.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "a b c d", ".anna", "anna-", "an..na", "a/b/c", ""})
  void refusesNames(String name) {
    assertThat(Usernames.isValid(name)).isFalse();
  }

  @Test
  void knowsAHash() {
    assertThat(PasswordHash.isHash("$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"))
        .isTrue();
    assertThat(PasswordHash.isHash("$2a$10$short")).isFalse();
  }
}
