/** The routes of questions about single figures, {@code /api/kituo/queries}. */
@NullMarked
package org.kituo.server.cellquery;

import org.jspecify.annotations.NullMarked;
