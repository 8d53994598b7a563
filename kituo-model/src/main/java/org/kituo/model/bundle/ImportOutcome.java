package org.kituo.model.bundle;

import org.kituo.model.snapshot.SnapshotChange;

/**
 * What an import comes to.
 *
 * @param report what was done, or what is wrong
 * @param change the next snapshot; without any change where nothing is to be written
 */
public record ImportOutcome(ImportReport report, SnapshotChange change) {}
