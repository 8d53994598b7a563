package org.kituo.model.bundle;

import java.util.random.RandomGenerator;

/** Identifiers of DHIS2: 11 letters and digits, the first a letter. */
public final class Uid {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALL = LETTERS + "0123456789";
  private static final int LENGTH = 11;

  private Uid() {}

  /** A new identifier. */
  public static String random(RandomGenerator random) {
    char[] uid = new char[LENGTH];
    uid[0] = LETTERS.charAt(random.nextInt(LETTERS.length()));
    for (int i = 1; i < LENGTH; i++) {
      uid[i] = ALL.charAt(random.nextInt(ALL.length()));
    }
    return new String(uid);
  }

  /** Whether a text is an identifier. */
  public static boolean isUid(String text) {
    if (text.length() != LENGTH || LETTERS.indexOf(text.charAt(0)) < 0) {
      return false;
    }
    for (int i = 1; i < LENGTH; i++) {
      if (ALL.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
