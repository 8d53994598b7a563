package org.kituo.demo.payload;

import org.kituo.demo.chance.Dice;

/** Identifiers of the Web API: a letter followed by ten letters or digits. */
public final class Uid {
  /** The root of the default category model, the same on every server. */
  public static final String DEFAULT_CATEGORY_COMBO = "bjDvmb4bfuf";

  /** The option combo of values without disaggregation, the same on every server. */
  public static final String DEFAULT_OPTION_COMBO = "HllvX50cXC0";

  /** The user admin, the same on every server. */
  public static final String ADMIN = "M5zQapPyTZI";

  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int LETTERS = 52;
  private static final int LENGTH = 11;

  private Uid() {}

  /**
   * The identifier of an object, always the same for the same kind and code, so that a country can
   * be generated again over itself and pages can link to its dashboards.
   */
  public static String of(String kind, String code) {
    long rest = Dice.hash(kind + ':' + code);
    char[] uid = new char[LENGTH];
    uid[0] = ALPHABET.charAt((int) Long.remainderUnsigned(rest, LETTERS));
    rest = Long.divideUnsigned(rest, LETTERS);
    for (int i = 1; i < LENGTH; i++) {
      uid[i] = ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length()));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return new String(uid);
  }
}
