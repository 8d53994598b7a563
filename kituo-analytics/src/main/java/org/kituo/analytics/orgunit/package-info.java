/**
 * The hierarchy of organisation units as analytics asks about it: which units stand below which,
 * all at once and in the order of names.
 */
@NullMarked
package org.kituo.analytics.orgunit;

import org.jspecify.annotations.NullMarked;
