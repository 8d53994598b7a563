/**
 * Who may see and change which object: reading and setting sharing, for one object and for many.
 */
@NullMarked
package org.kituo.server.sharing;

import org.jspecify.annotations.NullMarked;
