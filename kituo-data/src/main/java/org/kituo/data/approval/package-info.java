/**
 * Approval of data: by workflows of levels, from the lowest level of the hierarchy upward. What is
 * approved cannot be changed any more.
 */
@NullMarked
package org.kituo.data.approval;

import org.jspecify.annotations.NullMarked;
