/**
 * The routes of figures: data value sets in and out, single values, what a data entry form shows,
 * and the changes of values.
 */
@NullMarked
package org.kituo.server.datavalue;

import org.jspecify.annotations.NullMarked;
