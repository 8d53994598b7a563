package org.kituo.server.authentication;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The keys of personal access tokens, in the two forms that clients know. Both are a prefix, random
 * characters, and a checksum over all before it, so that a mistyped key is told from a wrong one:
 *
 * <ul>
 *   <li>{@code d2p_}, 44 letters and digits, and the CRC-32 in base 62 with 6 places;
 *   <li>{@code d2pat_}, 32 letters and digits, and the CRC-32 in base 10 with 10 places.
 * </ul>
 */
final class TokenKeys {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FIRST = Pattern.compile("d2pat_[A-Za-z0-9]{32}\\d{10}");
  private static final Pattern SECOND = Pattern.compile("d2p_[A-Za-z0-9]{50}");
  private static final int RANDOM = 44;
  private static final int PLACES = 6;
  private static final SecureRandom SECURE = new SecureRandom();

  private TokenKeys() {}

  /** A new key. */
  static String next() {
    StringBuilder key = new StringBuilder("d2p_");
    for (int i = 0; i < RANDOM; i++) {
      key.append(ALPHABET.charAt(SECURE.nextInt(ALPHABET.length())));
    }
    return key + base62(checksum(key.toString()));
  }

  /** Whether a text has the form and the checksum of a key. */
  static boolean isKey(String text) {
    if (SECOND.matcher(text).matches()) {
      int end = text.length() - PLACES;
      return base62(checksum(text.substring(0, end))).equals(text.substring(end));
    }
    if (FIRST.matcher(text).matches()) {
      int end = text.length() - 10;
      return "%010d".formatted(checksum(text.substring(0, end))).equals(text.substring(end));
    }
    return false;
  }

  private static long checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String base62(long number) {
    char[] digits = new char[PLACES];
    long rest = number;
    for (int i = PLACES - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
