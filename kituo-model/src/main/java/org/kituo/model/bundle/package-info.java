/**
 * Changes of metadata as a pure function: a snapshot and a bundle of objects give the next
 * snapshot, or every error with its place and code. Creating, replacing, patching and deleting one
 * object are bundles of one.
 */
@NullMarked
package org.kituo.model.bundle;

import org.jspecify.annotations.NullMarked;
