/** The settings of the system and of its users: keys, kinds of values and the usual values. */
@NullMarked
package org.kituo.model.setting;

import org.jspecify.annotations.NullMarked;
