/**
 * Periods: the fixed types (Monthly, Weekly, FinancialApril, ...), their identifiers as they travel
 * on the wire ("202401", "2024W5"), their order, roll-up and names, and the relative keywords
 * (LAST_12_MONTHS). Everything is a function of its arguments; today is a parameter.
 *
 * <p>Periods are those of the ISO calendar. What a calendar decides, that is how a labelled year is
 * cut into numbered periods and on which ISO dates these start and end, is in the {@link
 * org.kituo.model.period.Cycle} of each type and nowhere else; identifiers, keys, roll-up and
 * relative periods are built on it. Another calendar is another set of cycles and of month names.
 */
@NullMarked
package org.kituo.model.period;

import org.jspecify.annotations.NullMarked;
