/**
 * What is kept of data entry forms beside their figures: which were completed, who may enter late,
 * and the usual range of each figure.
 */
@NullMarked
package org.kituo.store.form;

import org.jspecify.annotations.NullMarked;
