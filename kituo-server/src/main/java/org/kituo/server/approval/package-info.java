/** The routes of approval and acceptance of data. */
@NullMarked
package org.kituo.server.approval;

import org.jspecify.annotations.NullMarked;
