/** The words of the Web API's metadata payloads: identifiers, objects with properties, sharing. */
@NullMarked
package org.kituo.demo.payload;

import org.jspecify.annotations.NullMarked;
