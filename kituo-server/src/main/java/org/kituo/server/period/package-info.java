/** The routes that tell clients about types of periods and relative periods. */
@NullMarked
package org.kituo.server.period;

import org.jspecify.annotations.NullMarked;
