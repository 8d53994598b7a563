/**
 * The engine of analytics that Kituo uses: all facts in memory as columns of numbers, sorted so
 * that a question reads only what it asks for.
 *
 * <p>{@link org.kituo.analytics.columns.ColumnEngine} follows the change feed and holds the present
 * {@code FactState}. A state has for each subject a stack of layers: at the bottom the {@code
 * Columns} of the base file, above them what changed since. {@code Scan} answers questions.
 */
@NullMarked
package org.kituo.analytics.columns;

import org.jspecify.annotations.NullMarked;
