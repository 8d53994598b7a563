package org.kituo.analytics.columns;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Cells;
import org.kituo.analytics.engine.FactSink;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Window;
import org.kituo.store.feed.FeedPosition;

/**
 * All facts at one moment.
 *
 * @param positions the places in the feeds of the sources up to which changes are in
 * @param version the greatest version of a subject
 * @param firstVersion the version of subjects without facts
 */
record FactState(
    Map<Integer, SubjectFacts> subjects,
    List<FeedPosition> positions,
    Instant asOf,
    long version,
    long firstVersion)
    implements Facts {

  /** What a base file has. */
  static FactState of(BaseFile file, long version) {
    Map<Integer, SubjectFacts> subjects = new HashMap<>();
    file.subjects()
        .forEach((subject, columns) ->
            subjects.put(subject, new SubjectFacts(List.of(Layer.of(columns, true)), version)));
    return new FactState(subjects, file.positions(), Instant.EPOCH, version, version);
  }

  @Override
  public int[] periods(int subject) {
    SubjectFacts facts = subjects.get(subject);
    return facts == null ? new int[0] : facts.periods();
  }

  @Override
  public long version(int subject) {
    SubjectFacts facts = subjects.get(subject);
    return facts == null ? firstVersion : facts.version();
  }

  @Override
  public List<Cells> aggregate(Measure measure, List<Window> windows, List<Axis> axes) {
    SubjectFacts facts = nonEmpty(measure.subject());
    return facts == null
        ? windows.stream().<Cells>map(window -> CellTable.EMPTY).toList()
        : new Question(facts, measure, axes).aggregate(windows);
  }

  @Override
  public void scan(Measure measure, Window window, List<Axis> axes, FactSink sink) {
    SubjectFacts facts = nonEmpty(measure.subject());
    if (facts != null) {
      new Question(facts, measure, axes).scan(window, sink);
    }
  }

  private @Nullable SubjectFacts nonEmpty(int subject) {
    SubjectFacts facts = subjects.get(subject);
    return facts == null || facts.layers().isEmpty() ? null : facts;
  }

  /** With some changes in any order, each key once. */
  FactState after(List<Change> changes, LongSupplier versions) {
    Map<Integer, SubjectFacts> next = new HashMap<>(subjects);
    List<Change> sorted = changes.stream().sorted().toList();
    int from = 0;
    while (from < sorted.size()) {
      int subject = sorted.get(from).subject();
      int to = from;
      while (to < sorted.size() && sorted.get(to).subject() == subject) {
        to++;
      }
      SubjectFacts before = next.getOrDefault(subject, new SubjectFacts(List.of(), firstVersion));
      next.put(subject, before.after(sorted.subList(from, to), versions));
      from = to;
    }
    long newest =
        next.values().stream().mapToLong(SubjectFacts::version).max().orElse(firstVersion);
    return new FactState(next, positions, asOf, newest, firstVersion);
  }

  /** The same facts, at a later moment. */
  FactState at(List<FeedPosition> laterPositions, Instant later) {
    return new FactState(subjects, laterPositions, later, version, firstVersion);
  }

  /** Whether everything up to some positions, one for each source, is in. */
  boolean includes(List<FeedPosition> wanted) {
    return IntStream.range(0, wanted.size())
        .allMatch(i -> positions.get(i).transaction() >= wanted.get(i).transaction());
  }

  /** How many facts there are. */
  long rows() {
    return subjects.values().stream().mapToLong(SubjectFacts::live).sum();
  }

  /** The rows that are not in the base file, and those of it that are hidden. */
  long changed() {
    return subjects.values().stream().mapToLong(SubjectFacts::changed).sum();
  }
}
