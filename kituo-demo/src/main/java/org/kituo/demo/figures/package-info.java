/**
 * The stream of data values: which facility reports what for which period, and the planted errors.
 */
@NullMarked
package org.kituo.demo.figures;

import org.jspecify.annotations.NullMarked;
