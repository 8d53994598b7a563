/**
 * The texts that are values of a value type: which are valid, and in which form they are kept. Pure
 * functions, for figures as well as for the values of events and attributes.
 */
@NullMarked
package org.kituo.model.value;

import org.jspecify.annotations.NullMarked;
