/**
 * The query grammar of the metadata API: {@code fields}, {@code filter}, {@code order} and JSON
 * patch, each parsed against a type and applied to a view of the snapshot.
 */
@NullMarked
package org.kituo.model.query;

import org.jspecify.annotations.NullMarked;
