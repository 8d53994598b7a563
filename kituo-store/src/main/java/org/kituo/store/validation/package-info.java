/** The violations of validation rules that are kept. */
@NullMarked
package org.kituo.store.validation;

import org.jspecify.annotations.NullMarked;
