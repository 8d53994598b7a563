package org.kituo.model.merge;

import java.util.List;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * What a merge or a split comes to.
 *
 * @param errors why it cannot be done; all of them
 * @param change the next snapshot; without any change where there are errors
 * @param deleted the identifiers of the objects that were deleted
 */
public record MergeOutcome(List<ImportError> errors, SnapshotChange change, List<String> deleted) {}
