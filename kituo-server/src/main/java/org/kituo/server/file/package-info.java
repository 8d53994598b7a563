/** Files that users upload, and what is made of them: documents and icons. */
@NullMarked
package org.kituo.server.file;

import org.jspecify.annotations.NullMarked;
