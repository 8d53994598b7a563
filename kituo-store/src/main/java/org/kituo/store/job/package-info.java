/**
 * Jobs: work that goes on after its request was answered. They are kept in PostgreSQL, so that they
 * survive a restart and run on one of several nodes; clients follow them by their notifications.
 */
@NullMarked
package org.kituo.store.job;

import org.jspecify.annotations.NullMarked;
