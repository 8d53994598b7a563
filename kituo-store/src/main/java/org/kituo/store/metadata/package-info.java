/**
 * Metadata in PostgreSQL: the current snapshot of this node, committed changes, and following those
 * of other nodes.
 */
@NullMarked
package org.kituo.store.metadata;

import org.jspecify.annotations.NullMarked;
