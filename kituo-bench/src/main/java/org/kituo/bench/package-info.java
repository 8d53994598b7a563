/**
 * Benchmarks end to end: a server of its own, as users start it, is loaded and asked through the
 * Web API, and each figure is held against its bar. The same work can be done on a DHIS2 beside it.
 */
@NullMarked
package org.kituo.bench;

import org.jspecify.annotations.NullMarked;
