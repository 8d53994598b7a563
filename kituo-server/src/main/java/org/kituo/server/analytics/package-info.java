/** The routes of analytics. */
@NullMarked
package org.kituo.server.analytics;

import org.jspecify.annotations.NullMarked;
