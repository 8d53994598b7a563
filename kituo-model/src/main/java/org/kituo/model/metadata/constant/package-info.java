/**
 * The enumerations of the metadata types, with the constants in the order in which the schema lists
 * them.
 */
@NullMarked
package org.kituo.model.metadata.constant;

import org.jspecify.annotations.NullMarked;
