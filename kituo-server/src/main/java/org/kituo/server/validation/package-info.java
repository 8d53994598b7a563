/** The routes that look for wrong figures. */
@NullMarked
package org.kituo.server.validation;

import org.jspecify.annotations.NullMarked;
