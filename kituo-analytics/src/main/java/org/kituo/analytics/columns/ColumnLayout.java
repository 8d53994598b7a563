package org.kituo.analytics.columns;

/**
 * Where the columns of a subject are in their image, one piece of memory that is the same in a file
 * and in the heap. Numbers are in the byte order of the machine; each part begins at a multiple of
 * 8:
 *
 * <pre>
 * header      8 ints: rows, periods, combos, texts, width of a combo, width of a value, bytes of all
 *             texts, 0
 * periods     int each: the keys of the periods, ascending
 * starts      int each, and one more: the first row of each period
 * cocs, aocs  int each: the combos, pairs of a category and an attribute option combo, ascending
 * units       int a row: the key of the unit
 * combos      1, 2 or 4 bytes a row: the index of the combo
 * values      1, 2, 4 (whole numbers) or 8 bytes a row (doubles), see {@link ValueCode}
 * numbers     double each: the texts read as numbers
 * ends        int each: where the texts end
 * texts       UTF-8
 * </pre>
 *
 * Rows are sorted by period, unit and combo. A row of a usual figure takes 4 + 1 + 2 bytes.
 */
record ColumnLayout(
    int rows, int periods, int combos, int texts, int comboWidth, int valueWidth, int textBytes) {
  static final int HEADER_INTS = 8;

  long periodsAt() {
    return (long) HEADER_INTS * Integer.BYTES;
  }

  long startsAt() {
    return periodsAt() + padded(periods, Integer.BYTES);
  }

  long cocsAt() {
    return startsAt() + padded(periods + 1L, Integer.BYTES);
  }

  long aocsAt() {
    return cocsAt() + padded(combos, Integer.BYTES);
  }

  long unitsAt() {
    return aocsAt() + padded(combos, Integer.BYTES);
  }

  long combosAt() {
    return unitsAt() + padded(rows, Integer.BYTES);
  }

  long valuesAt() {
    return combosAt() + padded(rows, comboWidth);
  }

  long numbersAt() {
    return valuesAt() + padded(rows, valueWidth);
  }

  long endsAt() {
    return numbersAt() + padded(texts, Double.BYTES);
  }

  long textsAt() {
    return endsAt() + padded(texts, Integer.BYTES);
  }

  long bytes() {
    return textsAt() + padded(textBytes, 1);
  }

  private static long padded(long count, int width) {
    return (count * width + Long.BYTES - 1) & -Long.BYTES;
  }
}
