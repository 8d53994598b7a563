package org.kituo.data.form;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.EntryLocks;
import org.kituo.data.datavalue.EntryTime;
import org.kituo.data.datavalue.ExportRequest;
import org.kituo.data.datavalue.ExportScope;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.datavalue.Identifiers;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.form.Completion;
import org.kituo.store.form.CompletionQuery;
import org.kituo.store.form.CompletionTable;
import org.kituo.store.form.FormKey;

/** Says of forms that they are complete, many at once or one from a form, and lists them. */
public final class Completions {
  private final Supplier<MetadataSnapshot> metadata;
  private final CompletionTable table;
  private final DataValueReader reader;
  private final EntryLocks locks;
  private final Clock clock;
  private final Listener listener;

  /** Hears of completions once they are kept. */
  @FunctionalInterface
  public interface Listener {
    /** These were written; some of them may say that a form is no longer complete. */
    void written(List<Completion> completions);
  }

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param reader gives the figures that a form must have
   * @param clock tells whether a period is open, in the server's time zone
   * @param listener hears of what was written
   */
  public Completions(
      Supplier<MetadataSnapshot> metadata,
      CompletionTable table,
      DataValueReader reader,
      EntryLocks locks,
      Clock clock,
      Listener listener) {
    this.metadata = metadata;
    this.table = table;
    this.reader = reader;
    this.locks = locks;
    this.clock = clock;
    this.listener = listener;
  }

  /** Takes completions; what is wrong with one keeps only that one out. */
  public CompletionSummary run(List<CompletionEntry> entries, ImportOptions options, Actor actor)
      throws SQLException {
    CompletionCheck check = check(options, actor, metadata.get());
    Map<FormKey, Completion> taken = new LinkedHashMap<>();
    for (CompletionEntry entry : entries) {
      check
          .check(entry, user(actor))
          .ifPresent(completion -> taken.put(completion.key(), completion));
    }
    Set<FormKey> known = table.known(taken.keySet());
    taken.keySet().removeIf(key -> !options.strategy().takes(known.contains(key)));
    boolean deletes = options.strategy().deletes();
    if (!options.dryRun()) {
      if (deletes) {
        table.delete(taken.keySet(), user(actor));
      } else {
        write(List.copyOf(taken.values()));
      }
    }
    int updated = (int) taken.keySet().stream().filter(known::contains).count();
    return new CompletionSummary(
        options,
        deletes ? 0 : taken.size() - updated,
        deletes ? 0 : updated,
        entries.size() - taken.size(),
        deletes ? taken.size() : 0,
        check.conflicts());
  }

  /** Says that a form is complete, or no longer is. */
  public void complete(FormTarget form, boolean completed, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    requireEntry(form.dataSet(), form.unit(), actor, snapshot);
    CompletionCheck check = check(ImportOptions.NONE, actor, snapshot);
    requireOpen(check, form);
    List<String> missing = completed ? check.missing(form) : List.of();
    if (!missing.isEmpty()) {
      throw DataValueException.conflict(
          "E7605",
          "All compulsory data element operands need to be filled: `%s`"
              .formatted(String.join(", ", missing)));
    }
    write(List.of(Completion.toWrite(form.key(snapshot), completed, null, null, user(actor))));
  }

  private void write(List<Completion> completions) throws SQLException {
    table.write(completions);
    listener.written(completions);
  }

  /**
   * Forgets the completion of a form.
   *
   * @param below whether those of the units right below are forgotten too
   */
  public void delete(FormTarget form, boolean below, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    List<OrganisationUnit> units = new ArrayList<>(List.of(form.unit()));
    if (below) {
      units.addAll(Hierarchy.children(form.unit(), snapshot));
    }
    CompletionCheck check = check(ImportOptions.NONE, actor, snapshot);
    List<FormKey> keys = new ArrayList<>();
    for (OrganisationUnit unit : units) {
      requireEntry(form.dataSet(), unit, actor, snapshot);
      FormTarget one = new FormTarget(form.dataSet(), form.period(), unit, form.attribute());
      requireOpen(check, one);
      keys.add(one.key(snapshot));
    }
    table.delete(keys, user(actor));
  }

  /** The form that a request names, if its user may see it. */
  public FormTarget form(
      String dataSet,
      String period,
      String orgUnit,
      String attributeCombo,
      List<String> attributeOptions,
      Actor actor)
      throws DataValueException {
    return FormTarget.of(
        dataSet,
        period,
        orgUnit,
        attributeCombo.isEmpty() ? null : attributeCombo,
        attributeOptions,
        actor,
        metadata.get());
  }

  /** The completions that a request means, and the metadata in which to look up their keys. */
  public record Found(List<Completion> completions, MetadataSnapshot snapshot) {}

  /** Finds completions that the user may see. */
  public Found find(ExportRequest request, Actor actor) throws SQLException, DataValueException {
    if (request.dataSets().isEmpty()) {
      throw DataValueException.conflict("E2013", "At least one data set must be specified");
    }
    request.validateScope();
    MetadataSnapshot snapshot = metadata.get();
    Identifiers names = new Identifiers(snapshot);
    List<DataSet> sets =
        ExportScope.find(DataSet.class, request.dataSets(), "dataSetIdScheme", request, names);
    List<String> closed =
        sets.stream()
            .filter(s -> !AccessRules.may(actor, AccessRules.Action.DATA_READ, s, snapshot))
            .map(MetadataObject::uid)
            .toList();
    if (!closed.isEmpty()) {
      throw DataValueException.conflict(
          "E2010", "User is not allowed to read data for data set(s): `" + closed + "`");
    }
    List<OrganisationUnit> units = ExportScope.units(request, snapshot, names);
    ExportScope.checkUnits(units, actor, snapshot);
    return new Found(
        table.read(
            new CompletionQuery(
                ExportScope.keys(sets, snapshot),
                ExportScope.keys(units, snapshot),
                ExportScope.periods(request, snapshot),
                request.updatedSince(),
                request.limit())),
        snapshot);
  }

  private CompletionCheck check(ImportOptions options, Actor actor, MetadataSnapshot snapshot) {
    EntryTime time = EntryTime.of(LocalDateTime.now(clock), actor, options.force());
    return new CompletionCheck(options, actor, snapshot, reader, locks, time);
  }

  private static void requireEntry(
      DataSet set, OrganisationUnit unit, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    if (!AccessRules.may(actor, AccessRules.Action.DATA_WRITE, set, snapshot)) {
      throw DataValueException.conflict(
          "E8010", "Current user cannot enter data for data set: `%s`".formatted(set.uid()));
    }
    if (!actor.isSuper() && !AccessRules.within(unit, actor.captureUnits(), snapshot)) {
      throw DataValueException.conflict(
          "E8011", "Current user cannot enter data for org unit(s): `[%s]`".formatted(unit.uid()));
    }
  }

  private static void requireOpen(CompletionCheck check, FormTarget form)
      throws SQLException, DataValueException {
    Optional<String> closed = check.closed(form);
    if (closed.isPresent()) {
      throw DataValueException.conflict("E2017", "Data set is locked: " + closed.get());
    }
  }

  private static String user(Actor actor) {
    return Objects.requireNonNullElse(actor.user().username(), "system");
  }
}
