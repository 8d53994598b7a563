package org.kituo.model.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of accounts: 4 to 255 letters, digits and the separators {@code . _ @ -}, which stand
 * neither at an end nor beside each other.
 */
public final class Usernames {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 255;
  private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9]+([._@-][A-Za-z0-9]+)*");

  private Usernames() {}

  /** Whether an account may have a name. */
  public static boolean isValid(@Nullable String name) {
    return name != null
        && name.length() >= SHORTEST
        && name.length() <= LONGEST
        && PARTS.matcher(name).matches();
  }
}
