/**
 * What a metadata type is: the annotations with which a record declares its properties once, and
 * the {@link org.kituo.model.schema.ObjectType} read from them, from which JSON, {@code
 * /api/schemas}, validation, storage, {@code fields}, {@code filter} and {@code order} follow.
 */
@NullMarked
package org.kituo.model.schema;

import org.jspecify.annotations.NullMarked;
