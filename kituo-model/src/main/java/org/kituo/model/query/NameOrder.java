package org.kituo.model.query;

import java.util.Comparator;

/**
 * The order of texts as people expect it, and as the database of a DHIS2 sorts them: by letters and
 * digits first, regardless of case, blanks and marks; these decide where all letters are the same.
 * "MV Percent" comes before "MV Per thousand", and "apple" before "Banana".
 */
public final class NameOrder implements Comparator<String> {
  /** The order. It has no state. */
  public static final NameOrder INSTANCE = new NameOrder();

  private NameOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (true) {
      i = letter(a, i);
      j = letter(b, j);
      if (i == a.length() || j == b.length()) {
        break;
      }
      int sign =
          Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
      if (sign != 0) {
        return sign;
      }
      i++;
      j++;
    }
    boolean both = i == a.length() && j == b.length();
    int sign = both ? a.compareToIgnoreCase(b) : i == a.length() ? -1 : 1;
    return sign != 0 ? sign : b.compareTo(a);
  }

  /** The place of the next letter or digit, or the end. */
  private static int letter(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
