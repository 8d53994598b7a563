/**
 * What may be wrong with metadata although each object is accepted: {@link
 * org.kituo.model.integrity.IntegrityChecks#ALL} lists the checks, each declared in one place with
 * its words and the function that finds its issues in a snapshot.
 */
@NullMarked
package org.kituo.model.integrity;

import org.jspecify.annotations.NullMarked;
