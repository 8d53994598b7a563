/** The land and its health service: names, borders, regions, districts and facilities. */
@NullMarked
package org.kituo.demo.country;

import org.jspecify.annotations.NullMarked;
