/** Answers as tables: headers, rows of texts, and the names of everything that stands in them. */
@NullMarked
package org.kituo.analytics.grid;

import org.jspecify.annotations.NullMarked;
