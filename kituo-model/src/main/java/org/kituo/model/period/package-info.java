/**
 * Periods: the fixed types (Monthly, Weekly, FinancialApril, ...), their identifiers as they travel
 * on the wire ("202401", "2024W5"), their order, roll-up and names, and the relative keywords
 * (LAST_12_MONTHS). Everything is a function of its arguments; today is a parameter.
 *
 * <p>Periods are counted by a {@link org.kituo.model.period.PeriodCalendar}, through which all of
 * them are made. What a calendar decides, that is how a labelled year is cut into numbered periods
 * and on which ISO dates these start and end, is in the {@link org.kituo.model.period.Cycle} of
 * each type over the {@link org.kituo.model.period.Reckoning} of the calendar and nowhere else;
 * identifiers, keys, roll-up and relative periods are built on it.
 */
@NullMarked
package org.kituo.model.period;

import org.jspecify.annotations.NullMarked;
