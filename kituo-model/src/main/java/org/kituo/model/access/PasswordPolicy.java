package org.kituo.model.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be like.
 *
 * @param shortest the least number of characters
 * @param longest the greatest number of characters
 */
public record PasswordPolicy(int shortest, int longest) {
  /** The policy of a system whose settings say nothing else. */
  public static final PasswordPolicy USUAL = new PasswordPolicy(8, 72);

  private static final List<String> GUESSED =
      List.of(
          "user", "admin", "system", "administrator", "username", "password", "login", "manager");

  /**
   * What is wrong with a password, for people; null where nothing is.
   *
   * @param username the name of the account
   * @param email the address of its owner; null where there is none
   */
  public @Nullable String fault(
      String password, @Nullable String username, @Nullable String email) {
    if (password.length() < shortest || password.length() > longest) {
      return "Password must have at least %d, and at most %d characters"
          .formatted(shortest, longest);
    }
    if (password.chars().noneMatch(Character::isDigit)) {
      return "Password must have at least one digit";
    }
    if (password.chars().noneMatch(Character::isUpperCase)) {
      return "Password must have at least one upper case";
    }
    if (password.chars().allMatch(PasswordPolicy::isPlain)) {
      return "Password must have at least one special character";
    }
    if (GUESSED.stream().anyMatch(word -> contains(password, word))) {
      return "Password must not contain a word that is easily guessed, such as "
          + String.join(", ", GUESSED);
    }
    if (contains(password, username) || contains(password, email)) {
      return "Password must not contain the username or the email address";
    }
    return null;
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean contains(String password, @Nullable String word) {
    return word != null
        && !word.isEmpty()
        && password.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}
