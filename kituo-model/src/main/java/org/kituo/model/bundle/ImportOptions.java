package org.kituo.model.bundle;

/**
 * How a bundle is imported.
 *
 * @param strategy what may be done with its objects
 * @param atomic whether one error keeps everything from being written; else only the objects with
 *     errors are left out
 * @param identifier by what objects and references are found
 * @param commit whether the outcome is to be written; else only the report is wanted
 * @param skipSharing whether sharing in the bundle is left aside
 * @param skipTranslation whether translations in the bundle are left aside
 * @param skipValidation whether objects are written without being checked; references are checked
 *     all the same
 * @param ownAccount whether users change their own account, by the means that everyone has
 */
public record ImportOptions(
    Strategy strategy,
    boolean atomic,
    Identifier identifier,
    boolean commit,
    boolean skipSharing,
    boolean skipTranslation,
    boolean skipValidation,
    boolean ownAccount) {

  /** What may be done with the objects of a bundle. */
  public enum Strategy {
    CREATE,
    UPDATE,
    CREATE_AND_UPDATE,
    DELETE
  }

  /** By what objects and references are found. */
  public enum Identifier {
    UID,
    CODE
  }

  /** Those of a strategy, and everything else as usual. */
  public static ImportOptions of(Strategy strategy) {
    return new ImportOptions(strategy, true, Identifier.UID, true, false, false, false, false);
  }

  /** The same, with or without keeping everything from being written where one object is wrong. */
  public ImportOptions withAtomic(boolean all) {
    return new ImportOptions(
        strategy,
        all,
        identifier,
        commit,
        skipSharing,
        skipTranslation,
        skipValidation,
        ownAccount);
  }

  /** The same with or without sharing. */
  public ImportOptions withSkipSharing(boolean skip) {
    return new ImportOptions(
        strategy, atomic, identifier, commit, skip, skipTranslation, skipValidation, ownAccount);
  }

  /** The same with or without translations. */
  public ImportOptions withSkipTranslation(boolean skip) {
    return new ImportOptions(
        strategy, atomic, identifier, commit, skipSharing, skip, skipValidation, ownAccount);
  }

  /** The same for a change of the user's own account. */
  public ImportOptions forOwnAccount() {
    return new ImportOptions(
        strategy, atomic, identifier, commit, skipSharing, skipTranslation, skipValidation, true);
  }
}
