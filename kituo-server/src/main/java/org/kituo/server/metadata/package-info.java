/**
 * The metadata API: lists, objects, import and export, schemas. What DHIS2's shapes demand beyond
 * the model's is done here: {@link org.kituo.server.metadata.PayloadShapes} on the way in, {@link
 * org.kituo.server.metadata.ReportJson} on the way out.
 */
@NullMarked
package org.kituo.server.metadata;

import org.jspecify.annotations.NullMarked;
