/** What changed between two states of an object, property by property and in words. */
@NullMarked
package org.kituo.model.history;

import org.jspecify.annotations.NullMarked;
