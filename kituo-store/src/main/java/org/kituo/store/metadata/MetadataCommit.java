package org.kituo.store.metadata;

import java.time.Instant;
import java.util.List;

/**
 * One commit of metadata.
 *
 * @param version its number
 * @param at when it was
 * @param by the identifier of the user
 * @param objects what it wrote and deleted
 */
public record MetadataCommit(long version, Instant at, String by, List<Touched> objects) {
  /**
   * An object that a commit wrote or deleted.
   *
   * @param type the JSON name of one object of its type
   * @param uid its identifier
   * @param deleted whether it was deleted
   */
  public record Touched(String type, String uid, boolean deleted) {}
}
