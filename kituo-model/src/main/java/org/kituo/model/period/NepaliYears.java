package org.kituo.model.period;

/**
 * The years of Bikram Sambat, the official calendar of Nepal. Its months follow the sun and have 29
 * to 32 days, by no formula that people agree on: they are published year by year, so that only a
 * table can tell them. This one begins with 1 Baisakh 2000, 14 April 1943.
 *
 * <p>Years until 2082 are as published in the calendars of Nepal; later ones are forecasts, for
 * which this follows the table of the browser library of DHIS2, as web applications compute with
 * it. Where its months do not add up to years (from 2085), Mangsir is shortened, so that all months
 * begin on the day that the library gives.
 */
final class NepaliYears {
  static final int FIRST = 2000;

  /** The days of the months less 30, or less 20: 1 is 31 days, 9 is 29. Five years a line. */
  private static final String[] MONTHS =
      """
      021210009091 112111090900 112210090900 121210009901 021210009091
      112111090900 112210090900 121210009901 111211900991 112111090900
      112210090900 121210009901 111211900900 112111090900 112210090900
      121210009901 111211900900 112111090900 121210090900 121210009091
      111211090900 112111090900 121210009900 121210009091 111211090900
      112111090900 121210009901 021210009091 112111090900 112120090900
      121210009901 021210009091 112111090900 112210090900 121210009901
      021211900991 112111090900 112210090900 121210009901 111211900900
      112111090900 112210090900 121210009901 111211900900 112111090900
      121210090900 121210009901 111211090900 112111090900 121210009900
      121210009091 111211090900 112111090900 121210009900 121210009091
      112111090090 112120090900 121210009901 021210009091 112111090900
      112210090900 121210009901 021211909091 112111090900 112210090900
      121210009901 111211900991 112111090900 112210090900 121210009901
      111211900900 112111090900 121210090900 121210009901 111211090900
      112111090900 121210009900 121210009091 111211090900 112111090900
      121210009900 121210009091 112111090900 112110009000 112110009000
      121211099000 121210099000 112111009000 012201009000 121210099000
      121210099000 112111009000 112210099000 121210099000 112110009000
      112111090000 012210090900 121210009000 112111909001 112111089000
      121201090900
      """
          .strip()
          .split("\\s+");

  static final int LAST = FIRST + MONTHS.length - 1;

  private static final long BEGIN = -9_759;
  private static final int[][] BEFORE = new int[MONTHS.length][];
  private static final long[] STARTS = new long[MONTHS.length + 1];

  static {
    STARTS[0] = BEGIN;
    for (int i = 0; i < MONTHS.length; i++) {
      BEFORE[i] = new int[13];
      for (int month = 0; month < 12; month++) {
        int digit = MONTHS[i].charAt(month) - '0';
        BEFORE[i][month + 1] = BEFORE[i][month] + (digit < 8 ? 30 : 20) + digit;
      }
      STARTS[i + 1] = STARTS[i] + BEFORE[i][12];
    }
  }

  private NepaliYears() {}

  /**
   * First day of a year, from 1970-01-01. Years outside of the table are of mean length, so that
   * there is an answer for every day; no period is told of them.
   */
  static long start(int year) {
    int i = Math.clamp(year - FIRST, 0, MONTHS.length);
    return STARTS[i] + Math.floorDiv((year - FIRST - i) * 1461L, 4);
  }

  /** The days of a year before one of its months, from 1. */
  static int daysBefore(int year, int month) {
    return BEFORE[Math.clamp(year - FIRST, 0, MONTHS.length - 1)][month - 1];
  }
}
