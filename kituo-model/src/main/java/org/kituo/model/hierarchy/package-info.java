/** The hierarchy of organisation units as it was at other times. */
@NullMarked
package org.kituo.model.hierarchy;

import org.jspecify.annotations.NullMarked;
