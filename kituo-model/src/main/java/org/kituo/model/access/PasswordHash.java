package org.kituo.model.access;

import java.util.regex.Pattern;

/** The form in which passwords are kept: bcrypt, as DHIS2 has it. */
public final class PasswordHash {
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

  private PasswordHash() {}

  /** Whether a text is a hash. */
  public static boolean isHash(String text) {
    return BCRYPT.matcher(text).matches();
  }
}
