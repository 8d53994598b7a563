/**
 * Figures in PostgreSQL: rows of integers with a value, moved in bulk. Writing many at once,
 * reading by key or filter, their history, and following their changes.
 */
@NullMarked
package org.kituo.store.datavalue;

import org.jspecify.annotations.NullMarked;
