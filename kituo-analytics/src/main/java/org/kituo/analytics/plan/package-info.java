/**
 * From a question to its figures: what must be aggregated, in as few calls of the engine as
 * possible, and what is computed from the aggregates.
 */
@NullMarked
package org.kituo.analytics.plan;

import org.jspecify.annotations.NullMarked;
