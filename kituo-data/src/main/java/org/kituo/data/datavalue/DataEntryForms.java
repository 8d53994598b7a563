package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
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
import org.kituo.store.form.Completion;
import org.kituo.store.form.CompletionTable;
import org.kituo.store.form.UsualRange;
import org.kituo.store.form.UsualRangeTable;

/** What a data entry form shows: its figures, whether it is open, and the past of one cell. */
public final class DataEntryForms {
  private static final int HISTORY_PERIODS = 13;
  private static final int MAX_AUDITS = 1_000;

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;
  private final CompletionTable completions;
  private final UsualRangeTable ranges;
  private final EntryLocks locks;
  private final Clock clock;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param clock tells whether a period is open, in the server's time zone
   */
  public DataEntryForms(
      Supplier<MetadataSnapshot> metadata,
      DataValueReader reader,
      CompletionTable completions,
      UsualRangeTable ranges,
      EntryLocks locks,
      Clock clock) {
    this.metadata = metadata;
    this.reader = reader;
    this.completions = completions;
    this.ranges = ranges;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * The figures of a form.
   *
   * @param ranges the usual ranges of the figures, where known
   * @param completion whether it is complete; empty where nobody ever said
   * @param snapshot the metadata in which to look up the keys of the values
   */
  public record Form(
      FormTarget target,
      List<DataValue> values,
      List<UsualRange> ranges,
      Status status,
      Optional<Completion> completion,
      MetadataSnapshot snapshot) {}

  /** Whether the user may enter figures now. */
  public enum Status {
    OPEN,
    LOCKED,
    APPROVED
  }

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
    FormTarget target =
        FormTarget.of(dataSet, period, orgUnit, attributeCombo, attributeOptions, actor, snapshot);
    int[] elements = FormTarget.elements(target.dataSet(), snapshot);
    int unit = snapshot.key(target.unit());
    List<DataValue> values = new ArrayList<>();
    reader.read(
        DataValueQuery.of(elements, new int[] {unit}, spans(target.period()))
            .withAttributeOptionCombos(snapshot.key(target.attribute())),
        values::add);
    return new Form(
        target,
        values,
        ranges.of(unit, elements),
        status(target, actor, snapshot),
        completions.find(target.key(snapshot)),
        snapshot);
  }

  private Status status(FormTarget target, Actor actor, MetadataSnapshot snapshot)
      throws SQLException {
    EntryTime time = EntryTime.of(LocalDateTime.now(clock), actor, false);
    boolean open =
        locks.isTimely(time, target, snapshot)
            && time.isOpen(target.unit(), target.period())
            && time.isOpen(target.attribute(), target.dataSet(), target.period(), snapshot);
    if (!open) {
      return Status.LOCKED;
    }
    boolean approved =
        locks
            .approved(target.dataSet(), List.of(target.period()))
            .has(target.period(), target.unit(), target.attribute());
    return approved ? Status.APPROVED : Status.OPEN;
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
    Period last = FormTarget.period(Objects.requireNonNullElse(entry.period(), ""), snapshot);
    OrganisationUnit unit =
        FormTarget.unit(Objects.requireNonNullElse(entry.orgUnit(), ""), actor, snapshot);
    String cell =
        Objects.requireNonNullElse(
            entry.categoryOptionCombo(), DefaultObjects.CATEGORY_OPTION_COMBO);
    CategoryOptionCombo attribute =
        FormTarget.attribute(entry.attributeCombo(), entry.attributeOptions(), actor, snapshot);
    DataValueKey key =
        new DataValueKey(
            snapshot.key(DataElement.class, Objects.requireNonNullElse(entry.dataElement(), "")),
            last.key(),
            snapshot.key(unit),
            snapshot.key(CategoryOptionCombo.class, cell),
            snapshot.key(attribute));
    return new Context(
        reader.history(HistoryFilter.of(key), 0, MAX_AUDITS),
        values(key, last, snapshot),
        snapshot);
  }

  private Map<Period, String> values(DataValueKey key, Period last, MetadataSnapshot snapshot)
      throws SQLException {
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
            history.put(snapshot.calendar().ofKey(value.key().period()), value.value());
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
      periods.add(FormTarget.period(period, snapshot).key());
    }
    List<Integer> units = new ArrayList<>();
    for (String unit : request.orgUnits()) {
      units.add(snapshot.key(FormTarget.unit(unit, actor, snapshot)));
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
                  FormTarget.attribute(
                      request.attributeCombo(), request.attributeOptions(), actor, snapshot))
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
}
