package org.kituo.data.validation;

import org.kituo.data.evaluation.Place;
import org.kituo.model.metadata.ValidationRule;

/**
 * Figures that contradict each other.
 *
 * @param left the value of the left side; NaN for none
 * @param right the value of the right side; NaN for none
 */
public record Violation(ValidationRule rule, Place place, double left, double right) {}
