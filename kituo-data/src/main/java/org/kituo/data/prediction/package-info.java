/** Predictors: figures that are computed from figures of earlier periods and kept. */
@NullMarked
package org.kituo.data.prediction;

import org.jspecify.annotations.NullMarked;
