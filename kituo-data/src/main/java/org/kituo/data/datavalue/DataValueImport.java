package org.kituo.data.datavalue;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.data.datavalue.ImportOptions.BadParameterException;
import org.kituo.data.datavalue.ImportSummary.Counts;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.schema.Dates;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueRows;
import org.kituo.store.datavalue.DataValueWriter;
import org.kituo.store.datavalue.DeletionScope;
import org.kituo.store.datavalue.ImportNote;
import org.kituo.store.datavalue.WriteCounts;
import org.kituo.store.form.Completion;
import org.kituo.store.form.CompletionTable;
import org.kituo.store.form.FormKey;

/**
 * Takes many figures. The steps, each of which may end the import: the body is read into columns of
 * texts; distinct texts are looked up; what the values have in common is checked against their data
 * set, and any problem there refuses all; then each value is checked and refused by itself; the
 * rest is written in one transaction.
 */
public final class DataValueImport {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueWriter writer;
  private final CompletionTable completions;
  private final EntryLocks locks;
  private final Clock clock;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param clock tells whether a period is open, in the server's time zone
   */
  public DataValueImport(
      Supplier<MetadataSnapshot> metadata,
      DataValueWriter writer,
      CompletionTable completions,
      EntryLocks locks,
      Clock clock) {
    this.metadata = metadata;
    this.writer = writer;
    this.completions = completions;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * Imports the figures of a body.
   *
   * @param given the options of the request; those in the body win
   * @throws UnreadableBodyException if the body is not of its format, or has periods that are none
   * @throws BadParameterException if an option in the body has no valid value
   */
  public ImportSummary run(InputStream body, EntryReader format, ImportOptions given, Actor actor)
      throws IOException, SQLException, UnreadableBodyException, BadParameterException {
    ImportSummary all = null;
    ImportNote note = newNote();
    int read = 0;
    for (EntryGroup group : format.read(body)) {
      ImportOptions options = given.with(group.options());
      if (group.dataSet() == null) {
        group.setDataSet(options.dataSet());
      }
      group.applyDefaults();
      ImportSummary one = run(group, options, actor, note).from(read);
      all = all == null ? one : all.and(one);
      read += group.size();
    }
    return all == null ? run(new EntryGroup(), given, actor, note) : all;
  }

  /** The note of an import that begins. */
  static ImportNote newNote() {
    return ImportNote.of(Uid.random(RANDOM));
  }

  /** Imports one group as a part of the import that a note tells of. */
  ImportSummary run(EntryGroup group, ImportOptions options, Actor actor, ImportNote note)
      throws SQLException, UnreadableBodyException {
    MetadataSnapshot snapshot = metadata.get();
    ResolvedGroup entries = resolve(group, options, snapshot, true);
    if (!entries.problems.isEmpty()) {
      return ImportSummary.refused(options, entries.problems, List.of());
    }
    List<Integer> all = IntStream.range(0, group.size()).boxed().toList();
    EntryTime time = EntryTime.of(LocalDateTime.now(clock), actor, options.force());
    GroupCheck check = new GroupCheck(entries, actor, snapshot, time, locks);
    EntryKeys keys = new EntryKeys(entries, snapshot);
    DeletionScope scope = null;
    ImportNote part = note;
    if (group.size() > 0 || group.deletion() != null) {
      Optional<DataSet> set = check.dataSet();
      if (set.isPresent()) {
        check.run(set.get());
        part = note.ofDataSet(snapshot.key(set.get()));
        scope = scope(group.deletion(), options, actor, snapshot, set.get(), check);
      }
    }
    List<EntryProblem> problems = new ArrayList<>(check.problems());
    if (problems.isEmpty()) {
      problems.addAll(keys.duplicates());
    }
    return problems.isEmpty()
        ? write(entries, keys, scope, options, actor, snapshot, part)
        : ImportSummary.refusedAll(options, problems, all);
  }

  /**
   * Says that the form is complete whose data set, period and unit the group names, if it says so.
   *
   * @return the day on which it was completed, as it was given; null if nothing was said
   */
  private @Nullable String complete(ResolvedGroup entries, Actor actor, MetadataSnapshot snapshot)
      throws SQLException {
    EntryGroup group = entries.group;
    LocalDateTime date = group.completeDate() == null ? null : Dates.parse(group.completeDate());
    DataSet set = entries.dataSet;
    boolean one =
        group.size() > 0
            && group.hasDefault(Column.PERIOD)
            && group.hasDefault(Column.ORG_UNIT)
            && group.dictionary(Column.PERIOD).size() == 1
            && group.dictionary(Column.ORG_UNIT).size() == 1;
    if (date == null || set == null || !one) {
      return null;
    }
    EntryKeys keys = new EntryKeys(entries, snapshot);
    String user = user(actor);
    completions.write(
        List.of(
            Completion.toWrite(
                new FormKey(
                    snapshot.key(set),
                    keys.period(0),
                    keys.orgUnit(0),
                    keys.attributeOptionCombo(0)),
                true,
                date.atZone(clock.getZone()).toInstant(),
                null,
                user)));
    return group.completeDate();
  }

  private static String user(Actor actor) {
    return Objects.requireNonNullElse(actor.user().username(), "system");
  }

  private static ResolvedGroup resolve(
      EntryGroup group,
      ImportOptions options,
      MetadataSnapshot snapshot,
      boolean absentMeansDefault)
      throws UnreadableBodyException {
    ResolvedGroup entries = new ResolvedGroup(group, options, snapshot, absentMeansDefault);
    if (!entries.badPeriods.isEmpty()) {
      throw new UnreadableBodyException(String.join(" ", entries.badPeriods));
    }
    return entries;
  }

  /**
   * What is to be deleted before, checked as if each of its figures were given; its problems join
   * those of the group.
   */
  private @Nullable DeletionScope scope(
      EntryGroup.@Nullable Deletion deletion,
      ImportOptions options,
      Actor actor,
      MetadataSnapshot snapshot,
      DataSet set,
      GroupCheck check)
      throws UnreadableBodyException, SQLException {
    if (deletion == null) {
      return null;
    }
    EntryGroup all = new EntryGroup();
    for (String unit : deletion.orgUnits()) {
      for (String period : deletion.periods()) {
        for (List<@Nullable String> element : deletion.elements()) {
          all.begin();
          all.set(Column.ORG_UNIT, unit);
          all.set(Column.PERIOD, period);
          all.set(Column.DATA_ELEMENT, element.get(0));
          all.set(Column.CATEGORY_OPTION_COMBO, element.get(1));
          all.set(Column.ATTRIBUTE_OPTION_COMBO, element.get(2));
        }
      }
    }
    ResolvedGroup entries = resolve(all, options, snapshot, false);
    check.problems().addAll(entries.problems);
    if (!entries.problems.isEmpty()) {
      return null;
    }
    GroupCheck scopeCheck = new GroupCheck(entries, actor, snapshot, check.time(), locks);
    scopeCheck.run(set);
    check.problems().addAll(scopeCheck.problems());
    return scope(new EntryKeys(entries, snapshot), all.size(), deletion.elements().size());
  }

  /** The first rows hold the elements, since they change fastest. */
  private static DeletionScope scope(EntryKeys keys, int rows, int elements) {
    return new DeletionScope(
        IntStream.range(0, rows).map(keys::orgUnit).distinct().toArray(),
        IntStream.range(0, rows).map(keys::period).distinct().toArray(),
        IntStream.range(0, Math.min(rows, elements)).map(keys::dataElement).toArray(),
        IntStream.range(0, Math.min(rows, elements)).map(keys::categoryOptionCombo).toArray(),
        IntStream.range(0, Math.min(rows, elements)).map(keys::attributeOptionCombo).toArray());
  }

  private ImportSummary write(
      ResolvedGroup entries,
      EntryKeys keys,
      @Nullable DeletionScope scope,
      ImportOptions options,
      Actor actor,
      MetadataSnapshot snapshot,
      ImportNote note)
      throws SQLException {
    EntryGroup group = entries.group;
    ValueCheck check = new ValueCheck(entries, snapshot, note.undoes() == null);
    DataValueRows rows = new DataValueRows(Math.max(1, group.size()));
    for (int row = 0; row < group.size(); row++) {
      boolean delete = options.strategy().deletes() || group.isDeleted(row);
      if (delete || check.check(row)) {
        rows.add(
            keys.dataElement(row),
            keys.period(row),
            keys.orgUnit(row),
            keys.categoryOptionCombo(row),
            keys.attributeOptionCombo(row),
            group.value(row),
            group.comment(row),
            group.followUp(row),
            delete);
      }
    }
    if (options.atomic() && !check.problems().isEmpty()) {
      return notAtomic(group, rows.size(), check.problems().getFirst(), options);
    }
    int deleted = 0;
    String complete = null;
    if (!options.dryRun()) {
      WriteCounts counts = writer.write(rows, scope, user(actor), note);
      deleted = counts.deleted();
      complete = check.problems().isEmpty() ? complete(entries, actor, snapshot) : null;
    }
    return ImportSummary.done(
            options,
            counts(rows.size(), group.size(), deleted, options),
            check.problems(),
            complete)
        .ofImport(options.dryRun() ? null : note.uid());
  }

  private static Counts counts(int taken, int given, int scoped, ImportOptions options) {
    boolean deletes = options.strategy().deletes();
    return new Counts(deletes ? 0 : taken, given - taken, scoped + (deletes ? taken : 0));
  }

  private static ImportSummary notAtomic(
      EntryGroup group, int valid, EntryProblem first, ImportOptions options) {
    List<Integer> all = IntStream.range(0, group.size()).boxed().toList();
    EntryProblem problem =
        EntryProblem.ofGroup(
            "E8000",
            "Atomic mode requires all values to be valid but only %s/%s were. First issue: %s",
            valid,
            group.size(),
            first.message());
    return ImportSummary.refused(options, List.of(problem.at(all)), all);
  }
}
