/** The questions about single figures and what was said to them. */
@NullMarked
package org.kituo.store.cellquery;

import org.jspecify.annotations.NullMarked;
