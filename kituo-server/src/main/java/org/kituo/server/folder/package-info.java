/**
 * Metadata as a folder of JSON files, as people keep it in git: the commands {@code export}, {@code
 * plan} and {@code apply}, which are clients of a running server.
 */
@NullMarked
package org.kituo.server.folder;

import org.jspecify.annotations.NullMarked;
