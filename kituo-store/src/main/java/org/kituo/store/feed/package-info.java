/**
 * The change feed of facts: what was committed since a place in the order of transactions. Whoever
 * derives something from facts, such as the columns of analytics, follows it.
 */
@NullMarked
package org.kituo.store.feed;

import org.jspecify.annotations.NullMarked;
