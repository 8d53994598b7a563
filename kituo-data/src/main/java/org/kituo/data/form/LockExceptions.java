package org.kituo.data.form;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.form.LockException;
import org.kituo.store.form.LockExceptionTable;

/** Lets units enter figures for periods that are closed. */
public final class LockExceptions {
  private final Supplier<MetadataSnapshot> metadata;
  private final LockExceptionTable table;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   */
  public LockExceptions(Supplier<MetadataSnapshot> metadata, LockExceptionTable table) {
    this.metadata = metadata;
    this.table = table;
  }

  /** All exceptions whose objects still exist, and the metadata to look up their keys. */
  public Found all() throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    return new Found(
        table.all().stream()
            .filter(exception ->
                snapshot.byKey(DataSet.class, exception.dataSet()) != null
                    && snapshot.byKey(OrganisationUnit.class, exception.orgUnit()) != null)
            .toList(),
        snapshot);
  }

  /** Some exceptions and the metadata in which to look up their keys. */
  public record Found(List<LockException> exceptions, MetadataSnapshot snapshot) {}

  /** Adds exceptions for those of some units that report the data set. */
  public void add(List<String> orgUnits, String period, String dataSet, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    DataSet set = dataSet(dataSet, actor, snapshot);
    int span = period(period, snapshot);
    List<OrganisationUnit> units =
        orgUnits.stream()
            .flatMap(uid -> snapshot.find(OrganisationUnit.class, uid).stream())
            .toList();
    List<OrganisationUnit> assigned =
        units.stream()
            .filter(unit ->
                set.organisationUnits().stream().anyMatch(ref -> ref.id().equals(unit.uid())))
            .toList();
    for (OrganisationUnit unit : assigned) {
      requireCapture(unit, actor, snapshot);
    }
    if (assigned.isEmpty()) {
      throw new DataValueException(
          Kind.CONFLICT,
          null,
          "None of the target organisation unit(s) %s is linked to the specified data set: %s"
              .formatted(String.join(",", orgUnits), set.uid()));
    }
    table.add(snapshot.key(set), span, assigned.stream().mapToInt(snapshot::key).toArray());
  }

  /** Takes back exceptions of a data set and a period, for some units or, if none, for all. */
  public void remove(List<String> orgUnits, String period, String dataSet, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    int set = snapshot.key(dataSet(dataSet, actor, snapshot));
    int span = period(period, snapshot);
    if (orgUnits.isEmpty()) {
      table.remove(set, span);
      return;
    }
    List<OrganisationUnit> units =
        orgUnits.stream()
            .flatMap(uid -> snapshot.find(OrganisationUnit.class, uid).stream())
            .toList();
    for (OrganisationUnit unit : units) {
      requireCapture(unit, actor, snapshot);
    }
    table.remove(set, span, units.stream().mapToInt(snapshot::key).toArray());
  }

  private static DataSet dataSet(String uid, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    DataSet set = snapshot.get(DataSet.class, uid);
    if (set == null) {
      throw new DataValueException(Kind.CONFLICT, null, "Data set or period is invalid");
    }
    if (!AccessRules.may(actor, AccessRules.Action.WRITE, set, snapshot)) {
      throw new DataValueException(
          Kind.FORBIDDEN, "E1006", "You may not change the data set " + set.label());
    }
    return set;
  }

  private static int period(String text, MetadataSnapshot snapshot) throws DataValueException {
    try {
      return snapshot.calendar().parse(text).key();
    } catch (InvalidPeriodException e) {
      throw new DataValueException(Kind.CONFLICT, null, "Data set or period is invalid");
    }
  }

  private static void requireCapture(OrganisationUnit unit, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    if (!actor.isSuper() && !AccessRules.within(unit, actor.captureUnits(), snapshot)) {
      throw new DataValueException(
          Kind.FORBIDDEN, "E1006", "You may not enter data for " + unit.label());
    }
  }
}
