/**
 * Data entry forms as wholes: completing them, entering late, and the usual ranges of their
 * figures.
 */
@NullMarked
package org.kituo.data.form;

import org.jspecify.annotations.NullMarked;
