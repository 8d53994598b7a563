package org.kituo.store.validation;

import java.time.Instant;

/**
 * A violation of a validation rule, by the keys of the snapshot.
 *
 * @param left the value of the left side; NaN for none
 * @param right the value of the right side; NaN for none
 */
public record StoredViolation(
    long id,
    Instant created,
    int rule,
    int period,
    int orgUnit,
    int attributeOptionCombo,
    double left,
    double right,
    boolean notificationSent) {}
