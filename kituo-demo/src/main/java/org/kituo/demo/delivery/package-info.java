/** Where the generated requests go: to a server over HTTP, or into a folder as JSON files. */
@NullMarked
package org.kituo.demo.delivery;

import org.jspecify.annotations.NullMarked;
