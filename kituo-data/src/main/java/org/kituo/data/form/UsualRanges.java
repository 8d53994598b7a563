package org.kituo.data.form;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.form.UsualRange;
import org.kituo.store.form.UsualRange.Key;
import org.kituo.store.form.UsualRangeTable;

/** Sets the usual ranges of figures by hand, or computes them from the figures so far. */
public final class UsualRanges {
  private static final String MISSING =
      "Data value key combination does not exist: MinMaxValueKey[dataElement=%s, orgUnit=%s,"
          + " optionCombo=%s]";

  private final Supplier<MetadataSnapshot> metadata;
  private final UsualRangeTable table;
  private final DataValueReader reader;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   * @param reader gives the figures from which ranges are computed
   */
  public UsualRanges(
      Supplier<MetadataSnapshot> metadata, UsualRangeTable table, DataValueReader reader) {
    this.metadata = metadata;
    this.table = table;
    this.reader = reader;
  }

  /** Some ranges and the metadata in which to look up their keys. */
  public record Found(List<UsualRange> ranges, MetadataSnapshot snapshot) {}

  /** All ranges. */
  public Found all() throws SQLException {
    return new Found(table.all(), metadata.get());
  }

  /**
   * Sets ranges; one that is wrong keeps all from being set.
   *
   * @param dataSet the set that the figures must belong to; null for any
   * @param generated whether ranges count as computed where the request does not say
   */
  public void set(@Nullable String dataSet, List<RangeEntry> entries, boolean generated)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    Set<Integer> elements = elements(dataSet, snapshot);
    List<UsualRange> ranges = new ArrayList<>();
    for (RangeEntry entry : entries) {
      Key key = key(entry, elements, snapshot);
      Integer least = entry.least();
      Integer most = entry.most();
      if (least == null) {
        throw bad("E2042", "Min value must be specified: `%s`".formatted(entry));
      }
      if (most == null) {
        throw bad("E2043", "Max value must be specified: `%s`".formatted(entry));
      }
      if (most <= least) {
        throw bad("E2044", "Max value must be greater than min value: `%s`".formatted(entry));
      }
      boolean computed = entry.generated() == null ? generated : entry.generated();
      ranges.add(new UsualRange(key, least, most, computed));
    }
    table.write(ranges);
  }

  /** Deletes one range. */
  public void delete(RangeEntry entry) throws SQLException, DataValueException {
    if (table.delete(List.of(key(entry, Set.of(), metadata.get()))) == 0) {
      throw new DataValueException(
          Kind.NOT_FOUND,
          "E2047",
          MISSING.formatted(entry.dataElement(), entry.orgUnit(), entry.categoryOptionCombo()));
    }
  }

  /**
   * Deletes ranges.
   *
   * @return how many there were
   */
  public int deleteAll(@Nullable String dataSet, List<RangeEntry> entries)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    Set<Integer> elements = elements(dataSet, snapshot);
    List<Key> keys = new ArrayList<>();
    for (RangeEntry entry : entries) {
      keys.add(key(entry, elements, snapshot));
    }
    return table.delete(keys);
  }

  /**
   * Computes the ranges of all numeric figures of some data sets for the units at and below one: as
   * far from the mean of all values so far as some standard deviations.
   */
  public void generate(List<String> dataSets, String orgUnit, double deviations)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    int[] units = unitsBelow(orgUnit, snapshot);
    int[] elements = numeric(dataSets, snapshot);
    Map<Key, Moments> moments = new HashMap<>();
    reader.read(
        DataValueQuery.of(elements, units, List.of()),
        value -> {
          Double number = number(value.value());
          if (number != null) {
            Key key =
                new Key(
                    value.key().orgUnit(),
                    value.key().dataElement(),
                    value.key().categoryOptionCombo());
            moments.computeIfAbsent(key, k -> new Moments()).add(number);
          }
        });
    List<UsualRange> ranges = new ArrayList<>();
    moments.forEach((key, m) -> {
      int least = (int) Math.round(m.mean() - deviations * m.deviation());
      int most = (int) Math.round(m.mean() + deviations * m.deviation());
      boolean positive = isPositive(key, snapshot);
      ranges.add(new UsualRange(key, positive ? Math.max(0, least) : least, most, true));
    });
    table.delete(units, elements);
    table.write(ranges);
  }

  /** Deletes all ranges of some data sets for the units at and below one. */
  public void forget(List<String> dataSets, String orgUnit)
      throws SQLException, DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    table.delete(unitsBelow(orgUnit, snapshot), numeric(dataSets, snapshot));
  }

  private static boolean isPositive(Key key, MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(DataElement.class, key.dataElement());
    return object instanceof DataElement element
        && (element.valueType() == ValueType.INTEGER_POSITIVE
            || element.valueType() == ValueType.INTEGER_ZERO_OR_POSITIVE);
  }

  /** The mean and the standard deviation of a population, one value at a time. */
  private static final class Moments {
    private int count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
    }

    double mean() {
      return mean;
    }

    double deviation() {
      return Math.sqrt(squares / count);
    }
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null; // older figures may not be of the element's present type
    }
  }

  private static int[] unitsBelow(String uid, MetadataSnapshot snapshot) throws DataValueException {
    OrganisationUnit top = snapshot.get(OrganisationUnit.class, uid);
    if (top == null) {
      throw DataValueException.conflict("E1102", "Organisation unit not found: `" + uid + "`");
    }
    List<OrganisationUnit> units = new ArrayList<>(List.of(top));
    for (int next = 0; next < units.size(); next++) {
      units.addAll(Hierarchy.children(units.get(next), snapshot));
    }
    return units.stream().mapToInt(snapshot::key).toArray();
  }

  private static int[] numeric(List<String> dataSets, MetadataSnapshot snapshot)
      throws DataValueException {
    IntStream keys = IntStream.empty();
    for (String uid : dataSets) {
      DataSet set = snapshot.get(DataSet.class, uid);
      if (set == null) {
        throw DataValueException.conflict("E1105", "Data set not found: `" + uid + "`");
      }
      keys = IntStream.concat(keys, IntStream.of(FormTarget.elements(set, snapshot)));
    }
    return keys.distinct()
        .filter(key ->
            snapshot.byKey(DataElement.class, key) instanceof DataElement element
                && element.valueType() != null
                && element.valueType().isNumeric())
        .toArray();
  }

  private static Set<Integer> elements(@Nullable String dataSet, MetadataSnapshot snapshot)
      throws DataValueException {
    if (dataSet == null) {
      return Set.of();
    }
    DataSet set = snapshot.get(DataSet.class, dataSet);
    if (set == null) {
      throw bad("E2046", "Data set does not exist: `" + dataSet + "`");
    }
    return IntStream.of(FormTarget.elements(set, snapshot)).boxed().collect(Collectors.toSet());
  }

  /** The key of a figure; of one of some data elements, if there are any. */
  private static Key key(RangeEntry entry, Set<Integer> elements, MetadataSnapshot snapshot)
      throws DataValueException {
    String combo =
        entry.categoryOptionCombo() == null
            ? DefaultObjects.CATEGORY_OPTION_COMBO
            : entry.categoryOptionCombo();
    DataElement element = find(DataElement.class, entry.dataElement(), snapshot);
    OrganisationUnit unit = find(OrganisationUnit.class, entry.orgUnit(), snapshot);
    CategoryOptionCombo cell = find(CategoryOptionCombo.class, combo, snapshot);
    if (element == null || unit == null || cell == null) {
      throw bad("E2048", MISSING.formatted(entry.dataElement(), entry.orgUnit(), combo));
    }
    if (!elements.isEmpty() && !elements.contains(snapshot.key(element))) {
      throw bad("E2021", "Data element `%s` is not of the data set".formatted(entry.dataElement()));
    }
    return new Key(snapshot.key(unit), snapshot.key(element), snapshot.key(cell));
  }

  private static <T extends MetadataObject> @Nullable T find(
      Class<T> type, @Nullable String uid, MetadataSnapshot snapshot) {
    return uid == null ? null : snapshot.get(type, uid);
  }

  private static DataValueException bad(String code, String message) {
    return new DataValueException(Kind.BAD_REQUEST, code, message);
  }
}
