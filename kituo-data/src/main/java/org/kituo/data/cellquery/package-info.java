/** Questions about single figures: asked, assigned, answered and closed in the open. */
@NullMarked
package org.kituo.data.cellquery;

import org.jspecify.annotations.NullMarked;
