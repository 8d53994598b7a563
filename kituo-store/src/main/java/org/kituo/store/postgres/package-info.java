/**
 * PostgreSQL: the embedded server that Kituo starts by default, and the connection pool with its
 * migrations on top of that server or of an external one. Tables belong to the packages that use
 * them; their migrations are the files {@code db/migration/V<n>__<noun>.sql}.
 */
@NullMarked
package org.kituo.store.postgres;

import org.jspecify.annotations.NullMarked;
