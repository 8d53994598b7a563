package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * What all values of a group must have in common with their data set, and what its user may. Any
 * problem refuses the whole group, as DHIS2 does; all problems are found. Each question is asked
 * once per distinct object or pair of objects, not once per value.
 */
final class GroupCheck {
  private final ResolvedGroup entries;
  private final EntryGroup group;
  private final Actor actor;
  private final MetadataSnapshot snapshot;
  private final EntryTime time;
  private final EntryLocks locks;
  private final List<EntryProblem> problems = new ArrayList<>();

  GroupCheck(
      ResolvedGroup entries,
      Actor actor,
      MetadataSnapshot snapshot,
      EntryTime time,
      EntryLocks locks) {
    this.entries = entries;
    this.group = entries.group;
    this.actor = actor;
    this.snapshot = snapshot;
    this.time = time;
    this.locks = locks;
  }

  List<EntryProblem> problems() {
    return problems;
  }

  EntryTime time() {
    return time;
  }

  /** The data set that the group names or that its data elements share; empty is a problem. */
  Optional<DataSet> dataSet() {
    if (group.dataSet() != null) {
      if (entries.dataSet == null) {
        add(
            "E8020",
            "Data set %s not usable with data element(s): `%s`",
            group.dataSet(),
            texts(Column.DATA_ELEMENT));
      }
      return Optional.ofNullable(entries.dataSet);
    }
    return detect();
  }

  private Optional<DataSet> detect() {
    TreeSet<String> all = new TreeSet<>();
    Set<String> shared = null;
    Set<String> without = new LinkedHashSet<>();
    for (int code = 0; code < entries.elements.length; code++) {
      Set<String> sets = dataSetsOf(entries.elements[code]);
      if (sets.isEmpty()) {
        without.add(group.dictionary(Column.DATA_ELEMENT).text(code));
      }
      all.addAll(sets);
      if (shared == null) {
        shared = sets;
      } else {
        shared.retainAll(sets);
      }
    }
    if (shared != null && shared.size() == 1) {
      return snapshot.find(DataSet.class, shared.iterator().next());
    }
    if (!without.isEmpty()) {
      add("E8003", "Data set detection failed, found no set for data element(s): `%s`", without);
    } else {
      add("E8002", "Data set detection failed, found multiple sets: `%s`", all);
    }
    return Optional.empty();
  }

  private Set<String> dataSetsOf(@Nullable DataElement element) {
    Set<String> sets = new LinkedHashSet<>();
    if (element != null) {
      snapshot
          .referrers(element, DataSet.class, "dataSetElements")
          .forEach(set -> sets.add(set.uid()));
    }
    return sets;
  }

  /** Runs all checks against a data set. */
  void run(DataSet set) throws SQLException {
    checkAccess(set);
    checkElementsAndPeriods(set);
    checkCombos(set);
    checkTime(set);
  }

  private void checkAccess(DataSet set) {
    if (!AccessRules.may(actor, AccessRules.Action.DATA_WRITE, set, snapshot)) {
      add("E8010", "Current user cannot enter data for data set: `%s`", set.uid());
    }
    if (!actor.isSuper()) {
      addIfAny(
          "E8011",
          "Current user cannot enter data for org unit(s): `%s`",
          select(
              entries.units,
              Column.ORG_UNIT,
              unit -> unit != null && !AccessRules.within(unit, actor.captureUnits(), snapshot)));
      Set<String> closed = new TreeSet<>();
      closedOptions(entries.categoryCombos, Column.CATEGORY_OPTION_COMBO, closed);
      closedOptions(entries.attributeCombos, Column.ATTRIBUTE_OPTION_COMBO, closed);
      addIfAny("E8012", "Current user cannot enter data for category option(s): `%s`", closed);
    }
  }

  private void closedOptions(
      @Nullable CategoryOptionCombo[] combos, Column column, Set<String> closed) {
    BitSet used = usedCombos(column);
    for (int code = used.nextSetBit(0); code >= 0; code = used.nextSetBit(code + 1)) {
      for (CategoryOption option : options(combos[code])) {
        if (!AccessRules.may(actor, AccessRules.Action.DATA_WRITE, option, snapshot)) {
          closed.add(option.uid());
        }
      }
    }
  }

  private List<CategoryOption> options(@Nullable CategoryOptionCombo combo) {
    return combo == null
        ? List.of()
        : combo.categoryOptions().stream()
            .map(ref -> snapshot.get(CategoryOption.class, ref.id()))
            .filter(Objects::nonNull)
            .toList();
  }

  private void checkElementsAndPeriods(DataSet set) {
    Set<String> elements = new java.util.HashSet<>();
    for (DataSetElement element : set.dataSetElements()) {
      if (element.dataElement() != null) {
        elements.add(element.dataElement().id());
      }
    }
    addIfAny(
        "E8020",
        "Data set %s not usable with data element(s): `%s`",
        set,
        select(
            entries.elements,
            Column.DATA_ELEMENT,
            element -> element == null || !elements.contains(element.uid())));
    addIfAny(
        "E8021",
        "Data set %s not usable with period(s): `%s`",
        set,
        select(entries.periods, Column.PERIOD, period -> !fits(period, set)));
    addIfAny(
        "E8022",
        "Data set %s not usable with org unit(s): `%s`",
        set,
        select(entries.units, Column.ORG_UNIT, unit -> unit == null || !isAssigned(unit, set)));
  }

  private static boolean fits(@Nullable Period period, DataSet set) {
    return period != null && period.type().apiName().equals(set.periodType());
  }

  private boolean isAssigned(OrganisationUnit unit, DataSet set) {
    for (DataSet assigned : snapshot.referrers(unit, DataSet.class, "organisationUnits")) {
      if (assigned.uid().equals(set.uid())) {
        return true;
      }
    }
    return false;
  }

  private void checkCombos(DataSet set) {
    Set<String> wrong = new LinkedHashSet<>();
    BitSet used = usedCombos(Column.ATTRIBUTE_OPTION_COMBO);
    for (int code = used.nextSetBit(0); code >= 0; code = used.nextSetBit(code + 1)) {
      if (!isOf(entries.attributeCombos[code], set.categoryCombo())
          && !isAny(Column.ATTRIBUTE_OPTION_COMBO, code)) {
        wrong.add(entries.comboText(Column.ATTRIBUTE_OPTION_COMBO, code));
      }
    }
    addIfAny("E8023", "Data set %s not usable with attribute option combo(s): `%s`", set, wrong);
    Map<String, Ref<CategoryCombo>> overrides = new HashMap<>();
    for (DataSetElement element : set.dataSetElements()) {
      if (element.dataElement() != null && element.categoryCombo() != null) {
        overrides.put(element.dataElement().id(), element.categoryCombo());
      }
    }
    Map<DataElement, Set<String>> wrongByElement = new LinkedHashMap<>();
    pairs(
        row -> group.code(row, Column.DATA_ELEMENT),
        entries.elements.length,
        row -> entries.comboCode(row, Column.CATEGORY_OPTION_COMBO),
        (element, combo) -> {
          DataElement object = entries.elements[element];
          if (object != null
              && !isAny(Column.CATEGORY_OPTION_COMBO, combo)
              && !isOf(
                  entries.categoryCombos[combo],
                  overrides.getOrDefault(object.uid(), object.categoryCombo()))) {
            wrongByElement
                .computeIfAbsent(object, e -> new LinkedHashSet<>())
                .add(entries.comboText(Column.CATEGORY_OPTION_COMBO, combo));
          }
        });
    wrongByElement.forEach((element, combos) ->
        add(
            "E8024",
            "Data set %s + data element %s not usable with category option combo(s): `%s`",
            set.uid(),
            element.uid(),
            combos));
    checkOptionUnits();
  }

  /** Whether a combination was left out where that stands for any. */
  private boolean isAny(Column column, int code) {
    return code == group.dictionary(column).size()
        && (column == Column.CATEGORY_OPTION_COMBO
                ? entries.categoryCombos[code]
                : entries.attributeCombos[code])
            == null;
  }

  private static boolean isOf(
      @Nullable CategoryOptionCombo combo, @Nullable Ref<CategoryCombo> categoryCombo) {
    return combo != null
        && combo.categoryCombo() != null
        && combo.categoryCombo().equals(categoryCombo);
  }

  private void checkOptionUnits() {
    Map<String, Set<String>> wrong = new LinkedHashMap<>();
    pairs(
        row -> entries.comboCode(row, Column.ATTRIBUTE_OPTION_COMBO),
        entries.attributeCombos.length,
        row -> group.code(row, Column.ORG_UNIT),
        (combo, unit) -> {
          for (CategoryOption option : options(entries.attributeCombos[combo])) {
            if (!option.organisationUnits().isEmpty()
                && entries.units[unit] != null
                && !AccessRules.within(entries.units[unit], option.organisationUnits(), snapshot)) {
              wrong
                  .computeIfAbsent(
                      entries.comboText(Column.ATTRIBUTE_OPTION_COMBO, combo),
                      c -> new LinkedHashSet<>())
                  .add(group.dictionary(Column.ORG_UNIT).text(unit));
            }
          }
        });
    wrong.forEach((combo, units) ->
        add("E8025", "Attribute option combo %s not usable with org unit(s): `%s`", combo, units));
  }

  private void checkTime(DataSet set) throws SQLException {
    addIfAny(
        "E8030",
        "Untimely data entry for data set %s and period(s): `%s`",
        set,
        closedPeriods(set));
    Map<String, Set<String>> units = new LinkedHashMap<>();
    pairs(
        row -> group.code(row, Column.ORG_UNIT),
        entries.units.length,
        row -> group.code(row, Column.PERIOD),
        (unit, period) -> {
          OrganisationUnit place = entries.units[unit];
          Period span = entries.periods[period];
          if (place != null && span != null && !time.isOpen(place, span)) {
            units
                .computeIfAbsent(
                    group.dictionary(Column.ORG_UNIT).text(unit), u -> new LinkedHashSet<>())
                .add(group.dictionary(Column.PERIOD).text(period));
          }
        });
    units.forEach((unit, periods) ->
        add("E8031", "Untimely data entry for org unit %s and period(s): `%s`", unit, periods));
    checkOptionDates(set);
    if (!time.forced()) {
      checkApproval(set);
    }
  }

  /** The periods of values that are approved, by attribute option combination and unit. */
  private void checkApproval(DataSet set) throws SQLException {
    if (set.workflow() == null) {
      return;
    }
    List<Period> periods = new ArrayList<>();
    for (Period period : entries.periods) {
      if (period != null) {
        periods.add(period);
      }
    }
    ApprovedData.Test approved = locks.approved(set, periods);
    record Place(String combo, String unit) {}
    Map<Place, Set<String>> closed = new LinkedHashMap<>();
    for (int row = 0; row < group.size(); row++) {
      Period period = entries.periods[group.code(row, Column.PERIOD)];
      OrganisationUnit unit = entries.units[group.code(row, Column.ORG_UNIT)];
      int code = entries.comboCode(row, Column.ATTRIBUTE_OPTION_COMBO);
      CategoryOptionCombo combo = entries.attributeCombos[code];
      if (period != null && unit != null && combo != null && approved.has(period, unit, combo)) {
        Place place = new Place(entries.comboText(Column.ATTRIBUTE_OPTION_COMBO, code), unit.uid());
        closed.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(period.iso());
      }
    }
    closed.forEach((place, isos) ->
        add(
            "E8033",
            "Untimely data entry (already approved) for attribute option combo %s, org unit %s and"
                + " periods: `%s`",
            place.combo(),
            place.unit(),
            isos));
  }

  /** The periods that are closed for some unit that has a value for it. */
  private Set<String> closedPeriods(DataSet set) throws SQLException {
    BitSet closed = new BitSet();
    for (int code = 0; code < entries.periods.length; code++) {
      Period period = entries.periods[code];
      closed.set(code, period != null && fits(period, set) && !time.isOpen(set, period));
    }
    Set<String> found = new LinkedHashSet<>();
    if (closed.isEmpty()) {
      return found;
    }
    EntryLocks.Exceptions exceptions = locks.exceptions(set, snapshot);
    pairs(
        row -> group.code(row, Column.PERIOD),
        entries.periods.length,
        row -> group.code(row, Column.ORG_UNIT),
        (period, unit) -> {
          Period span = entries.periods[period];
          if (closed.get(period)
              && span != null
              && !(time.isOpenWithException(set, span)
                  && exceptions.has(span, entries.units[unit]))) {
            found.add(group.dictionary(Column.PERIOD).text(period));
          }
        });
    return found;
  }

  private void checkOptionDates(DataSet set) {
    Map<String, Set<String>> combos = new LinkedHashMap<>();
    pairs(
        row -> entries.comboCode(row, Column.ATTRIBUTE_OPTION_COMBO),
        entries.attributeCombos.length,
        row -> group.code(row, Column.PERIOD),
        (combo, period) -> {
          Period span = entries.periods[period];
          for (CategoryOption option : options(entries.attributeCombos[combo])) {
            if (span != null && !time.isOpen(option, set, span)) {
              combos
                  .computeIfAbsent(
                      entries.comboText(Column.ATTRIBUTE_OPTION_COMBO, combo),
                      c -> new LinkedHashSet<>())
                  .add(group.dictionary(Column.PERIOD).text(period));
            }
          }
        });
    combos.forEach((combo, periods) ->
        add(
            "E8032",
            "Untimely data entry for attribute option combo %s and period(s): `%s`",
            combo,
            periods));
  }

  @FunctionalInterface
  private interface CodeOfRow {
    int of(int row);
  }

  @FunctionalInterface
  private interface Pair {
    void visit(int first, int second);
  }

  /** Visits each distinct pair of numbers that some value has. */
  private void pairs(CodeOfRow first, int firstCount, CodeOfRow second, Pair pair) {
    @Nullable BitSet[] seen = new BitSet[firstCount];
    for (int row = 0; row < group.size(); row++) {
      int a = first.of(row);
      int b = second.of(row);
      BitSet others = seen[a];
      if (others == null) {
        others = new BitSet();
        seen[a] = others;
      }
      if (!others.get(b)) {
        others.set(b);
        pair.visit(a, b);
      }
    }
  }

  private BitSet usedCombos(Column column) {
    BitSet used = new BitSet();
    for (int row = 0; row < group.size(); row++) {
      used.set(entries.comboCode(row, column));
    }
    return used;
  }

  @FunctionalInterface
  private interface Test<T extends @Nullable Object> {
    boolean test(T object);
  }

  /** The texts of a column whose objects pass a test. */
  private <T> Set<String> select(@Nullable T[] objects, Column column, Test<@Nullable T> test) {
    Set<String> found = new LinkedHashSet<>();
    for (int code = 0; code < objects.length; code++) {
      if (test.test(objects[code])) {
        found.add(group.dictionary(column).text(code));
      }
    }
    return found;
  }

  private Set<String> texts(Column column) {
    Set<String> all = new LinkedHashSet<>();
    for (int code = 0; code < group.dictionary(column).size(); code++) {
      all.add(group.dictionary(column).text(code));
    }
    return all;
  }

  private void add(String code, String message, Object... args) {
    problems.add(EntryProblem.ofGroup(code, message, args));
  }

  private void addIfAny(String code, String message, Set<String> texts) {
    if (!texts.isEmpty()) {
      add(code, message, texts);
    }
  }

  private void addIfAny(String code, String message, DataSet set, Set<String> texts) {
    if (!texts.isEmpty()) {
      add(code, message, set.uid(), texts);
    }
  }
}
