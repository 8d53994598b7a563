package org.kituo.store.form;

import java.time.Instant;

/** That a unit may enter figures of a data set for a period that is closed, by keys. */
public record LockException(long id, Instant created, int dataSet, int period, int orgUnit) {}
