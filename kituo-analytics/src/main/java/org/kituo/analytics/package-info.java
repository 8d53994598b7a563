/** Analytics: questions about figures and their answers. */
@NullMarked
package org.kituo.analytics;

import org.jspecify.annotations.NullMarked;
