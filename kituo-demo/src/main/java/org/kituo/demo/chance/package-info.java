/** Repeatable chance: the same coordinates give the same numbers on every machine. */
@NullMarked
package org.kituo.demo.chance;

import org.jspecify.annotations.NullMarked;
