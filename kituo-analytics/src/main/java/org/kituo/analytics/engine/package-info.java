/**
 * What an engine of analytics answers: one measure, aggregated into the cells that some periods and
 * axes span. An engine knows numbers alone: keys of metadata and periods as rows of figures have
 * them. What they mean, who may see them, which periods count in which, is settled before, by the
 * planner.
 */
@NullMarked
package org.kituo.analytics.engine;

import org.jspecify.annotations.NullMarked;
