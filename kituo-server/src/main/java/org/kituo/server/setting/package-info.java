/** The settings of the system and of users, as they hold now. */
@NullMarked
package org.kituo.server.setting;

import org.jspecify.annotations.NullMarked;
