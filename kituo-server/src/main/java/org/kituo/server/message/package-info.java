/** Messages that the server writes to its users, in their inboxes and by mail. */
@NullMarked
package org.kituo.server.message;

import org.jspecify.annotations.NullMarked;
