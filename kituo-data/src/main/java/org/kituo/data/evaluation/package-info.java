/** Evaluating expressions over the figures of one unit, period and attribute option combination. */
@NullMarked
package org.kituo.data.evaluation;

import org.jspecify.annotations.NullMarked;
