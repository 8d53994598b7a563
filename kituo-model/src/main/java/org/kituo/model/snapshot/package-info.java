/**
 * All metadata at one moment: the immutable {@link org.kituo.model.snapshot.MetadataSnapshot}, and
 * the {@link org.kituo.model.snapshot.View} of it that one user has.
 */
@NullMarked
package org.kituo.model.snapshot;

import org.jspecify.annotations.NullMarked;
