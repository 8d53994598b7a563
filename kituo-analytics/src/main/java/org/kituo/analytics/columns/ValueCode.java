package org.kituo.analytics.columns;

/**
 * How one column holds numbers and the texts that are none. The texts of a subject are numbered 0,
 * 1, 2, ...; in a column of whole numbers the least values that its width allows stand for them
 * (with two texts in bytes: -128 and -127), in a column of doubles NaNs that carry the number.
 */
final class ValueCode {
  private static final long TEXT = 0x7FF8_4B69_0000_0000L;
  private static final long TEXT_MASK = 0xFFFF_FFFF_0000_0000L;

  private ValueCode() {}

  /** The bits of the double that stands for a text. */
  static long ofText(int text) {
    return TEXT | text;
  }

  static boolean isText(long bits) {
    return (bits & TEXT_MASK) == TEXT;
  }

  static int text(long bits) {
    return (int) bits;
  }

  /** The least whole number of a width in bytes. */
  static long least(int width) {
    return Long.MIN_VALUE >> (Long.SIZE - width * Byte.SIZE);
  }

  /** The narrowest width for whole numbers of a range and some texts; 8 where none will do. */
  static int width(long min, long max, int texts) {
    for (int width : new int[] {1, 2, 4}) {
      if (max <= -(least(width) + 1) && min >= least(width) + texts) {
        return width;
      }
    }
    return Double.BYTES;
  }
}
