/** The description of the Web API for tools: {@code /api/openapi.json}. */
@NullMarked
package org.kituo.server.openapi;

import org.jspecify.annotations.NullMarked;
