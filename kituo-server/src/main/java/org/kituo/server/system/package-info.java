/** What the server says of itself: version, identifiers, health. */
@NullMarked
package org.kituo.server.system;

import org.jspecify.annotations.NullMarked;
