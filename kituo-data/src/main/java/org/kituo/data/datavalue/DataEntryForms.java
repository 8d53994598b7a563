package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.datavalue.DataValueVersion;
import org.kituo.store.datavalue.HistoryFilter;

/** What a data entry form shows: its figures, whether it is open, and the past of one cell. */
public final class DataEntryForms {
  private static final int HISTORY_PERIODS = 13;
  private static final int MAX_AUDITS = 1_000;

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;
  private final Clock clock;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param clock tells whether a period is open, in the server's time zone
   */
  public DataEntryForms(Supplier<MetadataSnapshot> metadata, DataValueReader reader, Clock clock) {
    this.metadata = metadata;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The figures of a form.
   *
   * @param attributeCombo the attribute option combination that all of them have
   * @param open whether the user may enter figures now
   * @param snapshot the metadata in which to look up the keys of the values
   */
  public record Form(
      List<DataValue> values,
      CategoryOptionCombo attributeCombo,
      boolean open,
      MetadataSnapshot snapshot) {}

  /** The figures of a data set for a unit, a period and attribute options. */
  public Form form(
      String dataSet,
      String period,
      String orgUnit,
      @Nullable String attributeCombo,
      List<String> attributeOptions,
      Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    DataSet set = dataSet(dataSet, actor, snapshot);
    Period span = period(period);
    OrganisationUnit unit = unit(orgUnit, actor, snapshot);
    CategoryOptionCombo attribute = attribute(attributeCombo, attributeOptions, actor, snapshot);
    int[] elements =
        set.dataSetElements().stream()
            .map(DataSetElement::dataElement)
            .filter(Objects::nonNull)
            .mapToInt(ref -> snapshot.key(DataElement.class, ref.id()))
            .toArray();
    List<DataValue> values = new ArrayList<>();
    reader.read(
        DataValueQuery.of(elements, new int[] {snapshot.key(unit)}, spans(span))
            .withAttributeOptionCombos(snapshot.key(attribute)),
        values::add);
    EntryTime time = EntryTime.of(LocalDateTime.now(clock), actor, false);
    boolean open = time.isOpen(set, span) && time.isOpen(unit, span);
    return new Form(values, attribute, open, snapshot);
  }

  private static List<KeySpan> spans(Period period) {
    return List.of(new KeySpan(period.key(), period.key()));
  }

  /**
   * The past of one figure.
   *
   * @param audits its changes, the latest first
   * @param history its values in the periods before and the period itself, by period in time's
   *     order
   */
  public record Context(
      List<DataValueVersion> audits, Map<Period, String> history, MetadataSnapshot snapshot) {}

  /** The past of a figure: all its changes, and its values in the last 13 periods. */
  public Context context(SingleEntry entry, Actor actor) throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    Period last = period(Objects.requireNonNullElse(entry.period(), ""));
    OrganisationUnit unit = unit(Objects.requireNonNullElse(entry.orgUnit(), ""), actor, snapshot);
    String cell =
        Objects.requireNonNullElse(
            entry.categoryOptionCombo(), DefaultObjects.CATEGORY_OPTION_COMBO);
    CategoryOptionCombo attribute =
        attribute(entry.attributeCombo(), entry.attributeOptions(), actor, snapshot);
    DataValueKey key =
        new DataValueKey(
            snapshot.key(DataElement.class, Objects.requireNonNullElse(entry.dataElement(), "")),
            last.key(),
            snapshot.key(unit),
            snapshot.key(CategoryOptionCombo.class, cell),
            snapshot.key(attribute));
    return new Context(
        reader.history(HistoryFilter.of(key), 0, MAX_AUDITS), values(key, last), snapshot);
  }

  private Map<Period, String> values(DataValueKey key, Period last) throws SQLException {
    Map<Period, String> history = new LinkedHashMap<>();
    reader.read(
        new DataValueQuery(
            new int[] {key.dataElement()},
            new int[] {key.orgUnit()},
            List.of(new KeySpan(last.plus(1 - HISTORY_PERIODS).key(), last.key())),
            new int[] {key.categoryOptionCombo()},
            new int[] {key.attributeOptionCombo()},
            null,
            false,
            List.of(DataValueQuery.Order.PE),
            0,
            0),
        value -> {
          if (value.value() != null) {
            history.put(Period.ofKey(value.key().period()), value.value());
          }
        });
    return history;
  }

  /**
   * A page of the changes of figures, the latest first.
   *
   * @param total how many there are on all pages
   * @param snapshot the metadata in which to look up the keys of the values
   */
  public record Audits(List<DataValueVersion> page, long total, MetadataSnapshot snapshot) {}

  /** Names of what to read the changes of; an empty list does not limit. */
  public record AuditRequest(
      List<String> dataSets,
      List<String> dataElements,
      List<String> periods,
      List<String> orgUnits,
      @Nullable String categoryOptionCombo,
      @Nullable String attributeCombo,
      List<String> attributeOptions) {}

  /** The changes of figures, if the user may see all units that are named. */
  public Audits audits(AuditRequest request, int offset, int limit, Actor actor)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    List<Integer> periods = new ArrayList<>();
    for (String period : request.periods()) {
      periods.add(period(period).key());
    }
    List<Integer> units = new ArrayList<>();
    for (String unit : request.orgUnits()) {
      units.add(snapshot.key(unit(unit, actor, snapshot)));
    }
    if (units.isEmpty() && !actor.isSuper()) {
      throw DataValueException.conflict(
          "E2006", "At least one organisation unit must be specified");
    }
    IntStream fromSets =
        request.dataSets().stream()
            .flatMap(set -> snapshot.find(DataSet.class, set).stream())
            .flatMap(set -> set.dataSetElements().stream())
            .map(DataSetElement::dataElement)
            .filter(Objects::nonNull)
            .mapToInt(ref -> snapshot.key(DataElement.class, ref.id()));
    int[] attribute =
        request.attributeCombo() == null
            ? new int[0]
            : new int[] {
              snapshot.key(
                  attribute(request.attributeCombo(), request.attributeOptions(), actor, snapshot))
            };
    HistoryFilter filter =
        new HistoryFilter(
            IntStream.concat(fromSets, keys(DataElement.class, request.dataElements(), snapshot))
                .toArray(),
            periods.stream().mapToInt(Integer::intValue).toArray(),
            units.stream().mapToInt(Integer::intValue).toArray(),
            request.categoryOptionCombo() == null
                ? new int[0]
                : new int[] {
                  snapshot.key(CategoryOptionCombo.class, request.categoryOptionCombo())
                },
            attribute);
    return new Audits(reader.history(filter, offset, limit), reader.historyCount(filter), snapshot);
  }

  private static IntStream keys(
      Class<? extends MetadataObject> type, List<String> uids, MetadataSnapshot snapshot) {
    return uids.stream().mapToInt(uid -> snapshot.key(type, uid));
  }

  private static DataSet dataSet(String uid, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    DataSet set = snapshot.get(DataSet.class, uid);
    if (set == null || !AccessRules.may(actor, AccessRules.Action.DATA_READ, set, snapshot)) {
      throw DataValueException.conflict(
          "E1105", "Data set not found or not accessible: `" + uid + "`");
    }
    return set;
  }

  private static Period period(String text) throws DataValueException {
    try {
      return Period.parse(text);
    } catch (InvalidPeriodException e) {
      throw DataValueException.conflict("E1101", "Period is invalid: `" + text + "`");
    }
  }

  private static OrganisationUnit unit(String uid, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    OrganisationUnit unit = snapshot.get(OrganisationUnit.class, uid);
    if (unit == null) {
      throw DataValueException.conflict(
          "E1102", "Organisation unit not found or not accessible: `" + uid + "`");
    }
    if (!DataValueEntry.maySee(unit, actor, snapshot)) {
      throw DataValueException.conflict(
          "E2012", "User is not allowed to view org unit(s): `[" + uid + "]`");
    }
    return unit;
  }

  private static CategoryOptionCombo attribute(
      @Nullable String combo, List<String> options, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    CategoryOptionCombo found =
        combo == null || options.isEmpty()
            ? snapshot.get(CategoryOptionCombo.class, DefaultObjects.CATEGORY_OPTION_COMBO)
            : new Identifiers(snapshot).combo(combo, options);
    if (found == null) {
      throw DataValueException.conflict(
          "E1104", "Attribute option combo not found: `%s %s`".formatted(combo, options));
    }
    if (!AccessRules.may(actor, AccessRules.Action.DATA_READ, found, snapshot)) {
      throw new DataValueException(
          Kind.FORBIDDEN, null, "User cannot read data of " + found.label());
    }
    return found;
  }
}
