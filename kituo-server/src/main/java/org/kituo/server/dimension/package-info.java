/** What analytics apps choose from: dimensions with their items, data items, operands. */
@NullMarked
package org.kituo.server.dimension;

import org.jspecify.annotations.NullMarked;
