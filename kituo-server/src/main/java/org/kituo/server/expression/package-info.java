/** Describing and checking expressions for the people who write them. */
@NullMarked
package org.kituo.server.expression;

import org.jspecify.annotations.NullMarked;
