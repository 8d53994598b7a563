/** Merging and splitting objects over HTTP, with the figures that belong to them. */
@NullMarked
package org.kituo.server.merge;

import org.jspecify.annotations.NullMarked;
