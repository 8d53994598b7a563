/** The routes that run predictors. */
@NullMarked
package org.kituo.server.prediction;

import org.jspecify.annotations.NullMarked;
