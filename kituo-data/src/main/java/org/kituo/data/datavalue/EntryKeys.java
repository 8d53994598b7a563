package org.kituo.data.datavalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The keys of the values of a group by which the store knows them, and which of them are the same:
 * a hash table of positions, open addressing, at most half full.
 */
final class EntryKeys {
  private static final int WIDTH = 5;

  private final EntryGroup group;
  private final int[] keys;

  EntryKeys(ResolvedGroup entries, MetadataSnapshot snapshot) {
    group = entries.group;
    int[] elements = keys(DataElement.class, entries.elements, snapshot);
    int[] units = keys(OrganisationUnit.class, entries.units, snapshot);
    int[] combos = keys(CategoryOptionCombo.class, entries.categoryCombos, snapshot);
    int[] attributes = keys(CategoryOptionCombo.class, entries.attributeCombos, snapshot);
    int[] periods = new int[entries.periods.length];
    for (int i = 0; i < periods.length; i++) {
      Period period = entries.periods[i];
      periods[i] = period == null ? 0 : period.key();
    }
    keys = new int[group.size() * WIDTH];
    for (int row = 0, at = 0; row < group.size(); row++) {
      keys[at++] = elements[group.code(row, Column.DATA_ELEMENT)];
      keys[at++] = periods[group.code(row, Column.PERIOD)];
      keys[at++] = units[group.code(row, Column.ORG_UNIT)];
      keys[at++] = combos[entries.comboCode(row, Column.CATEGORY_OPTION_COMBO)];
      keys[at++] = attributes[entries.comboCode(row, Column.ATTRIBUTE_OPTION_COMBO)];
    }
  }

  private static int[] keys(
      Class<?> type, @Nullable MetadataObject[] objects, MetadataSnapshot snapshot) {
    int[] found = new int[objects.length];
    for (int i = 0; i < found.length; i++) {
      MetadataObject object = objects[i];
      found[i] = object == null ? 0 : snapshot.key(type, object.uid());
    }
    return found;
  }

  int dataElement(int row) {
    return keys[row * WIDTH];
  }

  int period(int row) {
    return keys[row * WIDTH + 1];
  }

  int orgUnit(int row) {
    return keys[row * WIDTH + 2];
  }

  int categoryOptionCombo(int row) {
    return keys[row * WIDTH + 3];
  }

  int attributeOptionCombo(int row) {
    return keys[row * WIDTH + 4];
  }

  /** One problem for each figure that several values are for. */
  List<EntryProblem> duplicates() {
    int[] slots = new int[Integer.highestOneBit(Math.max(1, group.size())) * 4];
    Map<Integer, List<Integer>> same = new LinkedHashMap<>();
    for (int row = 0; row < group.size(); row++) {
      int slot = hash(row) & (slots.length - 1);
      while (slots[slot] != 0 && !isSame(slots[slot] - 1, row)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      } else {
        int first = slots[slot] - 1;
        same.computeIfAbsent(first, f -> new ArrayList<>(List.of(f))).add(row);
      }
    }
    return same.values().stream().map(this::duplicate).toList();
  }

  private EntryProblem duplicate(List<Integer> rows) {
    int row = rows.getFirst();
    String key =
        "DataValueKey[dataElement=%s, orgUnit=%s, categoryOptionCombo=%s, attributeOptionCombo=%s, period=%s]"
            .formatted(
                group.text(row, Column.DATA_ELEMENT),
                group.text(row, Column.ORG_UNIT),
                group.text(row, Column.CATEGORY_OPTION_COMBO),
                group.text(row, Column.ATTRIBUTE_OPTION_COMBO),
                group.text(row, Column.PERIOD));
    return EntryProblem.ofGroup(
        "E8128", "Value #%s all affect the same data value: `%s`", rows, key);
  }

  private int hash(int row) {
    int hash = 1;
    for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
      hash = (hash ^ keys[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private boolean isSame(int one, int other) {
    return Arrays.equals(
        keys, one * WIDTH, (one + 1) * WIDTH, keys, other * WIDTH, (other + 1) * WIDTH);
  }
}
