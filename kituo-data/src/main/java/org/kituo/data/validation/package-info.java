/** Validation rules: which figures contradict each other. */
@NullMarked
package org.kituo.data.validation;

import org.jspecify.annotations.NullMarked;
