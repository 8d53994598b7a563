/** Which unit was above which, from which day on. */
@NullMarked
package org.kituo.store.hierarchy;

import org.jspecify.annotations.NullMarked;
