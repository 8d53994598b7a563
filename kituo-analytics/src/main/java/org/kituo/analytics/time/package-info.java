/**
 * Time in analytics: which periods that data are reported for count in the periods that are asked
 * for, and with what weight. Everything here is a pure function.
 */
@NullMarked
package org.kituo.analytics.time;

import org.jspecify.annotations.NullMarked;
