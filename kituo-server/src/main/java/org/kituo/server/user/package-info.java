/** The user of a request: {@code /api/me}. */
@NullMarked
package org.kituo.server.user;

import org.jspecify.annotations.NullMarked;
