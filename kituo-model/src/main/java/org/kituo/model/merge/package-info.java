/**
 * Merging objects into one, and splitting one into several: everything that refers to the old
 * objects, expressions and forms included, refers to the new ones afterwards.
 */
@NullMarked
package org.kituo.model.merge;

import org.jspecify.annotations.NullMarked;
