package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.datavalue.DataValueWriter;

/** Reads and writes single figures, as a form does cell by cell, with the checks of an import. */
public final class DataValueEntry {
  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;
  private final DataValueWriter writer;
  private final EntryLocks locks;
  private final Clock clock;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param clock tells whether a period is open, in the server's time zone
   */
  public DataValueEntry(
      Supplier<MetadataSnapshot> metadata,
      DataValueReader reader,
      DataValueWriter writer,
      EntryLocks locks,
      Clock clock) {
    this.metadata = metadata;
    this.reader = reader;
    this.writer = writer;
    this.locks = locks;
    this.clock = clock;
  }

  /** Writes what an entry gives of a figure and leaves the rest as it is. */
  public void save(SingleEntry entry, Actor actor) throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    ResolvedGroup entries = checked(entry, actor, snapshot);
    ValueCheck check = new ValueCheck(entries, snapshot, false);
    if (!check.check(0)) {
      throw DataValueException.conflict(
          "E1004", "Failed to upsert data value: " + check.problems().getFirst().message());
    }
    String value = entries.group.value(0);
    DataValueKey key = key(entries, snapshot);
    writer.change(
        key,
        now -> Optional.of(merged(key, now.filter(v -> !v.deleted()), entry, value)),
        user(actor));
  }

  /** Deletes a figure; nothing happens where there is none. */
  public void delete(SingleEntry entry, Actor actor) throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    DataValueKey key = key(checked(entry, actor, snapshot), snapshot);
    writer.change(key, now -> Optional.of(deleted(key)), user(actor));
  }

  /** A figure that is not deleted, if the user may see it. */
  public Optional<DataValue> find(SingleEntry entry, Actor actor)
      throws SQLException, DataValueException {
    return reader.find(visible(entry, actor)).filter(value -> !value.deleted());
  }

  /** Which figure an entry names, whether there is one or not, if the user may see it. */
  public DataValueKey visible(SingleEntry entry, Actor actor) throws DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    ResolvedGroup entries = resolved(entry, snapshot);
    for (Column column : List.of(Column.CATEGORY_OPTION_COMBO, Column.ATTRIBUTE_OPTION_COMBO)) {
      CategoryOptionCombo combo = entries.combo(0, column);
      if (combo != null && !AccessRules.may(actor, AccessRules.Action.DATA_READ, combo, snapshot)) {
        throw new DataValueException(
            Kind.FORBIDDEN, null, "User cannot read data of " + combo.label());
      }
    }
    OrganisationUnit unit = entries.units[0];
    if (unit != null && !maySee(unit, actor, snapshot)) {
      throw new DataValueException(
          Kind.FORBIDDEN, null, "User cannot see data of org unit " + unit.label());
    }
    return key(entries, snapshot);
  }

  /** Whether a user may see a figure; nobody sees those of objects that are gone. */
  public static boolean maySee(DataValueKey key, Actor actor, MetadataSnapshot snapshot) {
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, key.orgUnit());
    ReadableCombos combos = ReadableCombos.of(actor, snapshot);
    return unit != null
        && maySee(unit, actor, snapshot)
        && combos.allows(key.categoryOptionCombo())
        && combos.allows(key.attributeOptionCombo());
  }

  /** Whether an organisation unit is among those whose data a user sees or enters. */
  public static boolean maySee(OrganisationUnit unit, Actor actor, MetadataSnapshot snapshot) {
    return actor.isSuper()
        || AccessRules.within(unit, actor.dataViewUnits(), snapshot)
        || AccessRules.within(unit, actor.captureUnits(), snapshot);
  }

  /** Marks figures for follow-up, or takes the mark away; all of them must exist. */
  public void followUp(Map<SingleEntry, Boolean> marks, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    List<SingleEntry> missing = new ArrayList<>();
    for (SingleEntry entry : marks.keySet()) {
      Optional<DataValue> found =
          reader.find(key(checked(entry, actor, snapshot), snapshot)).filter(v -> !v.deleted());
      if (found.isEmpty()) {
        missing.add(entry);
      }
    }
    if (!missing.isEmpty()) {
      throw DataValueException.conflict("E2032", "Data value(s) not found: " + missing);
    }
    for (Map.Entry<SingleEntry, Boolean> mark : marks.entrySet()) {
      DataValueKey key = key(resolved(mark.getKey(), snapshot), snapshot);
      writer.change(
          key, now -> now.map(value -> withFollowUp(value, mark.getValue())), user(actor));
    }
  }

  private ResolvedGroup checked(SingleEntry entry, Actor actor, MetadataSnapshot snapshot)
      throws SQLException, DataValueException {
    ResolvedGroup entries = resolved(entry, snapshot);
    EntryTime time = EntryTime.of(LocalDateTime.now(clock), actor, entry.force());
    GroupCheck check = new GroupCheck(entries, actor, snapshot, time, locks);
    Optional<DataSet> set = check.dataSet();
    if (set.isPresent()) {
      check.run(set.get());
    }
    if (!check.problems().isEmpty()) {
      EntryProblem first = check.problems().getFirst();
      throw DataValueException.conflict(first.code(), first.message());
    }
    return entries;
  }

  private static ResolvedGroup resolved(SingleEntry entry, MetadataSnapshot snapshot)
      throws DataValueException {
    EntryGroup group = new EntryGroup();
    group.begin();
    group.set(Column.DATA_ELEMENT, entry.dataElement());
    group.set(Column.PERIOD, entry.period());
    group.set(Column.ORG_UNIT, entry.orgUnit());
    group.set(Column.CATEGORY_OPTION_COMBO, entry.categoryOptionCombo());
    group.set(Column.ATTRIBUTE_OPTION_COMBO, attributeCombo(entry, snapshot));
    group.setDataSet(entry.dataSet());
    group.value(entry.value());
    group.comment(entry.comment());
    ResolvedGroup entries = new ResolvedGroup(group, ImportOptions.NONE, snapshot, true);
    if (!entries.badPeriods.isEmpty()) {
      throw new DataValueException(Kind.BAD_REQUEST, null, entries.badPeriods.getFirst());
    }
    if (!entries.problems.isEmpty()) {
      EntryProblem first = entries.problems.getFirst();
      throw new DataValueException(Kind.BAD_REQUEST, first.code(), first.message());
    }
    return entries;
  }

  /** The attribute option combination; null, which is the default one, where no combo is given. */
  static @Nullable String attributeCombo(SingleEntry entry, MetadataSnapshot snapshot)
      throws DataValueException {
    if (entry.attributeCombo() == null || entry.attributeOptions().isEmpty()) {
      return null;
    }
    CategoryOptionCombo combo =
        new Identifiers(snapshot).combo(entry.attributeCombo(), entry.attributeOptions());
    if (combo == null) {
      throw new DataValueException(
          Kind.BAD_REQUEST,
          "E8127",
          "Value #0 category combo %s has no option combo for options: `%s`"
              .formatted(entry.attributeCombo(), entry.attributeOptions()));
    }
    return combo.uid();
  }

  private static DataValueKey key(ResolvedGroup entries, MetadataSnapshot snapshot) {
    EntryKeys keys = new EntryKeys(entries, snapshot);
    return new DataValueKey(
        keys.dataElement(0),
        keys.period(0),
        keys.orgUnit(0),
        keys.categoryOptionCombo(0),
        keys.attributeOptionCombo(0));
  }

  private static DataValue merged(
      DataValueKey key, Optional<DataValue> now, SingleEntry entry, @Nullable String value) {
    if (entry.empties()) {
      return deleted(key);
    }
    String given = value != null && value.isEmpty() ? null : value;
    return value(
        key,
        value != null ? given : now.map(DataValue::value).orElse(null),
        entry.comment() != null ? entry.comment() : now.map(DataValue::comment).orElse(null),
        entry.followUp() != null
            ? entry.followUp()
            : now.isPresent() ? now.get().followUp() : entry.firstFollowUp(),
        false);
  }

  private static DataValue withFollowUp(DataValue value, boolean followUp) {
    return value(value.key(), value.value(), value.comment(), followUp, value.deleted());
  }

  private static DataValue deleted(DataValueKey key) {
    return value(key, null, null, null, true);
  }

  /** A figure to be written: who and when is the store's business. */
  private static DataValue value(
      DataValueKey key,
      @Nullable String value,
      @Nullable String comment,
      @Nullable Boolean followUp,
      boolean deleted) {
    return new DataValue(key, value, comment, followUp, deleted, "", Instant.EPOCH, Instant.EPOCH);
  }

  private static String user(Actor actor) {
    return Objects.requireNonNullElse(actor.user().username(), "system");
  }
}
