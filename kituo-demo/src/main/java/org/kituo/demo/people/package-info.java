/** The users of the demo country, their roles and groups. */
@NullMarked
package org.kituo.demo.people;

import org.jspecify.annotations.NullMarked;
