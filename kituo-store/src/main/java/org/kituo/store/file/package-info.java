/** Files that users upload, and the icons made of them. */
@NullMarked
package org.kituo.store.file;

import org.jspecify.annotations.NullMarked;
