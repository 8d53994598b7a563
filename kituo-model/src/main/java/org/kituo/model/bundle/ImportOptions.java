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
 */
public record ImportOptions(
    Strategy strategy,
    boolean atomic,
    Identifier identifier,
    boolean commit,
    boolean skipSharing,
    boolean skipTranslation,
    boolean skipValidation) {

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
    return new ImportOptions(strategy, true, Identifier.UID, true, false, false, false);
  }

  /** The same with or without sharing. */
  public ImportOptions withSkipSharing(boolean skip) {
    return new ImportOptions(
        strategy, atomic, identifier, commit, skip, skipTranslation, skipValidation);
  }

  /** The same with or without translations. */
  public ImportOptions withSkipTranslation(boolean skip) {
    return new ImportOptions(
        strategy, atomic, identifier, commit, skipSharing, skip, skipValidation);
  }
}
