/** The languages that metadata are translated into and that the apps speak. */
@NullMarked
package org.kituo.server.locale;

import org.jspecify.annotations.NullMarked;
