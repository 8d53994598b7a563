/**
 * The folder in which one server keeps everything that outlives it. One server at a time owns a
 * data folder; the lock is the operating system's, so it ends with the process however that dies.
 */
@NullMarked
package org.kituo.store.folder;

import org.jspecify.annotations.NullMarked;
