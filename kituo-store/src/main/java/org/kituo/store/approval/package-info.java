/** Which data have been approved and accepted, by whom and when. */
@NullMarked
package org.kituo.store.approval;

import org.jspecify.annotations.NullMarked;
