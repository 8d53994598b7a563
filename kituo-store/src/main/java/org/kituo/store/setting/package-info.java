/** Settings in PostgreSQL. */
@NullMarked
package org.kituo.store.setting;

import org.jspecify.annotations.NullMarked;
