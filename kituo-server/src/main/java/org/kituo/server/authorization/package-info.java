/**
 * What a caller needs to be answered at all, by route. What an answer may show or change of an
 * object is decided by {@link org.kituo.model.access.AccessRules}.
 */
@NullMarked
package org.kituo.server.authorization;

import org.jspecify.annotations.NullMarked;
