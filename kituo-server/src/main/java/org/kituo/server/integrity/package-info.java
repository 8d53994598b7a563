/** The routes of checks of metadata, {@code /api/dataIntegrity}. */
@NullMarked
package org.kituo.server.integrity;

import org.jspecify.annotations.NullMarked;
