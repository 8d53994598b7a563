package org.kituo.model.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are to be merged into which.
 *
 * @param sources the identifiers of those that end
 * @param target the identifier of the one that stays; null where none was named
 * @param deleteSources whether the sources are deleted when nothing refers to them any more
 * @param dataStrategy what becomes of figures where sources and target have one for the same place;
 *     null where nothing was said
 */
public record MergeRequest(
    List<String> sources,
    @Nullable String target,
    boolean deleteSources,
    @Nullable DataStrategy dataStrategy) {

  /** What becomes of figures. */
  public enum DataStrategy {
    /** The figure that was changed last stays. */
    LAST_UPDATED,
    /** The figures of the sources go. */
    DISCARD
  }
}
