package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.datavalue.FigureChangedException;
import org.kituo.store.datavalue.ImportLog;
import org.kituo.store.datavalue.ImportNote;
import org.kituo.store.datavalue.ImportedFigure;
import org.kituo.store.datavalue.ImportedFigure.State;
import org.kituo.store.datavalue.LoggedImport;

/**
 * Undoes imports as a whole. What the figures were before is in their history; each figure is
 * written as it was then, unless it was changed since the import: such a figure is a conflict, and
 * is left as it is unless the undo is forced. Undoing is an import of the former values: it passes
 * the same checks of access, locks and values, is logged, and can be undone.
 */
public final class ImportUndo {
  /** The most conflicts that are told one by one. */
  private static final int MOST = 1_000;

  /** How often it is begun anew when others write the same figures at the same time. */
  private static final int ATTEMPTS = 3;

  private final Supplier<MetadataSnapshot> metadata;
  private final ImportLog log;
  private final DataValueImport imports;

  /** Over a log; former values are written by the import. */
  public ImportUndo(Supplier<MetadataSnapshot> metadata, ImportLog log, DataValueImport imports) {
    this.metadata = metadata;
    this.log = log;
    this.imports = imports;
  }

  /** What becomes of a figure. */
  enum Step {
    /** It is already what it was before the import. */
    LEAVE,
    /** It gets back what it was. */
    RESTORE,
    /** It was changed since the import, or what it is of is gone, and it stays as it is. */
    CONFLICT
  }

  /** What is to be done with a figure. */
  static Step step(State before, State imported, State now, boolean force) {
    if (now.same(before)) {
      return Step.LEAVE;
    }
    return force || now.same(imported) ? Step.RESTORE : Step.CONFLICT;
  }

  /**
   * What an undo did, or would do.
   *
   * @param restored the import of the former values
   * @param unchanged the figures that were already as before
   * @param conflicts figures that were changed since, the first thousand
   * @param conflictCount how many there are
   */
  public record Outcome(
      ImportSummary restored, int unchanged, List<ImportedFigure> conflicts, int conflictCount) {}

  /** The figures to write, by the data set they were imported for. */
  private static final class Plan {
    private final Map<Integer, EntryGroup> groups = new LinkedHashMap<>();
    private final List<ImportedFigure> conflicts = new ArrayList<>();
    private int conflictCount;
    private int unchanged;
    private String seen = "";
  }

  /** The present metadata. */
  public MetadataSnapshot snapshot() {
    return metadata.get();
  }

  /** The log. */
  public ImportLog log() {
    return log;
  }

  /**
   * Undoes an import.
   *
   * @param force whether figures that were changed since are restored too
   * @param dryRun whether to tell what would be done, and do nothing
   */
  public Outcome undo(LoggedImport undone, boolean force, boolean dryRun, Actor actor)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return run(undone, force, dryRun, actor);
      } catch (FigureChangedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Outcome run(LoggedImport undone, boolean force, boolean dryRun, Actor actor)
      throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Plan plan = new Plan();
    plan.seen = log.figures(undone.uid(), figure -> plan(figure, force, plan, snapshot));
    ImportNote note = new ImportNote(DataValueImport.newNote().uid(), 0, undone.uid(), plan.seen);
    ImportOptions options = dryRun ? ImportOptions.NONE.asDryRun() : ImportOptions.NONE;
    ImportSummary all = null;
    int from = 0;
    try {
      for (EntryGroup group : plan.groups.values()) {
        ImportSummary one = imports.run(group, options, actor, note).from(from);
        all = all == null ? one : all.and(one);
        from += group.size();
      }
    } catch (UnreadableBodyException e) {
      throw new IllegalStateException("Periods of stored figures can be read", e);
    }
    return new Outcome(
        all == null ? ImportSummary.nothing(options) : all,
        plan.unchanged,
        plan.conflicts,
        plan.conflictCount);
  }

  private static void plan(
      ImportedFigure figure, boolean force, Plan plan, MetadataSnapshot snapshot) {
    Step step = step(figure.before(), figure.imported(), figure.now(), force);
    List<@Nullable String> ids = ids(figure.key(), snapshot);
    if (step == Step.RESTORE && !ids.contains(null)) {
      add(
          figure,
          ids,
          plan.groups.computeIfAbsent(
              figure.dataSet(), key -> group(snapshot.byKey(DataSet.class, key))));
    } else if (step == Step.LEAVE) {
      plan.unchanged++;
    } else {
      plan.conflictCount++;
      if (plan.conflicts.size() < MOST) {
        plan.conflicts.add(figure);
      }
    }
  }

  private static EntryGroup group(@Nullable DataSet set) {
    EntryGroup group = new EntryGroup();
    group.setDataSet(set == null ? null : set.uid());
    return group;
  }

  /** The identifiers of what a figure is of, in the order of the columns; null for what is gone. */
  private static List<@Nullable String> ids(DataValueKey key, MetadataSnapshot snapshot) {
    return Arrays.asList(
        uid(snapshot.byKey(DataElement.class, key.dataElement())),
        snapshot.calendar().ofKey(key.period()).iso(),
        uid(snapshot.byKey(OrganisationUnit.class, key.orgUnit())),
        uid(snapshot.byKey(CategoryOptionCombo.class, key.categoryOptionCombo())),
        uid(snapshot.byKey(CategoryOptionCombo.class, key.attributeOptionCombo())));
  }

  private static @Nullable String uid(@Nullable MetadataObject object) {
    return object == null ? null : object.uid();
  }

  private static void add(ImportedFigure figure, List<@Nullable String> ids, EntryGroup group) {
    group.begin();
    for (Column column : Column.values()) {
      group.set(column, ids.get(column.ordinal()));
    }
    if (figure.before().deleted()) {
      group.deleted();
      return;
    }
    group.value(figure.before().value());
    group.comment(figure.before().comment());
    followUp(figure).ifPresent(group::followUp);
  }

  /** A mark that was set or taken away after the import stays as it is. */
  private static Optional<Boolean> followUp(ImportedFigure figure) {
    boolean touched = !Objects.equals(figure.now().followUp(), figure.imported().followUp());
    return Optional.ofNullable(touched ? figure.now().followUp() : figure.before().followUp());
  }
}
