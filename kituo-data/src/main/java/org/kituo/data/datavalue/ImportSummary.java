package org.kituo.data.datavalue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param status whether all, some or none of the values were taken
 * @param options how it was done
 * @param counts how many values were written, refused one by one, and deleted
 * @param problems why values were refused
 * @param rejected the positions of the refused values
 * @param dataSetComplete the day for which completeness was noted, or "false"; null where the
 *     request did not come so far
 * @param importUid the identifier by which the import can be found and undone; null where nothing
 *     was written
 */
public record ImportSummary(
    Status status,
    ImportOptions options,
    Counts counts,
    List<EntryProblem> problems,
    List<Integer> rejected,
    @Nullable String dataSetComplete,
    @Nullable String importUid) {
  /** Whether all, some or none of the values were taken. */
  public enum Status {
    SUCCESS,
    WARNING,
    ERROR
  }

  /**
   * How many values. Like DHIS2 since 2.43, new and changed values both count as updated.
   *
   * @param updated values taken
   * @param ignored values refused one by one
   * @param deleted values deleted
   */
  public record Counts(int updated, int ignored, int deleted) {}

  private static final String NOT_COMPLETE = "false";

  /** Nothing was done since the request could not be understood, or not all of it was valid. */
  static ImportSummary refused(
      ImportOptions options, List<EntryProblem> problems, List<Integer> rejected) {
    return new ImportSummary(
        Status.ERROR, options, new Counts(0, 0, 0), problems, rejected, null, null);
  }

  /** Nothing was done since something is wrong with the values together. */
  static ImportSummary refusedAll(
      ImportOptions options, List<EntryProblem> problems, List<Integer> all) {
    return new ImportSummary(
        Status.ERROR,
        options,
        new Counts(0, 0, 0),
        problems.stream().map(problem -> problem.at(all)).toList(),
        all,
        NOT_COMPLETE,
        null);
  }

  /** There was nothing to do. */
  static ImportSummary nothing(ImportOptions options) {
    return done(options, new Counts(0, 0, 0), List.of(), null);
  }

  /** Values were written, but for some. */
  static ImportSummary done(
      ImportOptions options,
      Counts counts,
      List<EntryProblem> problems,
      @Nullable String dataSetComplete) {
    Status status = Status.SUCCESS;
    if (!problems.isEmpty()) {
      status = counts.updated() + counts.deleted() == 0 ? Status.ERROR : Status.WARNING;
    }
    return new ImportSummary(
        status,
        options,
        counts,
        problems,
        problems.stream().map(problem -> problem.indexes().getFirst()).distinct().toList(),
        dataSetComplete == null ? NOT_COMPLETE : dataSetComplete,
        null);
  }

  /** The same of a logged import. */
  ImportSummary ofImport(@Nullable String uid) {
    return new ImportSummary(status, options, counts, problems, rejected, dataSetComplete, uid);
  }

  /** The same with all positions moved on, for a group that comes after others. */
  ImportSummary from(int position) {
    return position == 0
        ? this
        : new ImportSummary(
            status,
            options,
            counts,
            problems.stream()
                .map(problem -> problem.at(moved(problem.indexes(), position)))
                .toList(),
            moved(rejected, position),
            dataSetComplete,
            importUid);
  }

  private static List<Integer> moved(List<Integer> positions, int by) {
    return positions.stream().map(position -> position < 0 ? position : position + by).toList();
  }

  /** This and the summary of another group as one. */
  ImportSummary and(ImportSummary other) {
    return new ImportSummary(
        status == other.status ? status : Status.WARNING,
        options,
        new Counts(
            counts.updated + other.counts.updated,
            counts.ignored + other.counts.ignored,
            counts.deleted + other.counts.deleted),
        joined(problems, other.problems),
        joined(rejected, other.rejected),
        other.dataSetComplete == null ? dataSetComplete : other.dataSetComplete,
        importUid == null ? other.importUid : importUid);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
