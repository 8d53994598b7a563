/** Messages to users in PostgreSQL. */
@NullMarked
package org.kituo.store.message;

import org.jspecify.annotations.NullMarked;
