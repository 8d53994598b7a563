/**
 * The health programmes. Each file declares the data elements, forms and indicators of one
 * programme as tables, and how a facility's report on it is filled from what happens around the
 * facility.
 */
@NullMarked
package org.kituo.demo.programme;

import org.jspecify.annotations.NullMarked;
