/**
 * The metadata types of the DHIS2 Web API: each is one record in one file that declares its
 * properties once. To add a property, add a line to the record; JSON, schema, validation, storage
 * and queries follow from it.
 */
@NullMarked
package org.kituo.model.metadata;

import org.jspecify.annotations.NullMarked;
