package org.kituo.store.datavalue;

import org.jspecify.annotations.Nullable;

/**
 * What is noted of an import while its figures are written.
 *
 * @param uid the identifier of the import; several parts have the same
 * @param dataSet the key of the data set of this part
 * @param undoes the import that this one undoes; null for none
 * @param seen what was visible when it was decided what to write, as a snapshot of PostgreSQL:
 *     figures that were changed by others since then are not overwritten; null where that does not
 *     matter
 */
public record ImportNote(String uid, int dataSet, @Nullable String undoes, @Nullable String seen) {

  /** A note of an import that undoes nothing. */
  public static ImportNote of(String uid) {
    return new ImportNote(uid, 0, null, null);
  }

  /** The same for the part of a data set. */
  public ImportNote ofDataSet(int key) {
    return new ImportNote(uid, key, undoes, seen);
  }
}
