/** Organisation units on maps and by levels: GeoJSON in and out, features for maps, levels. */
@NullMarked
package org.kituo.server.orgunit;

import org.jspecify.annotations.NullMarked;
