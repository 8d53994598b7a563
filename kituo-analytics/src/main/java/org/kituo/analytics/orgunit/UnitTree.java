package org.kituo.analytics.orgunit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * All organisation units, numbered from 0 so that what is below a unit is one range: a unit comes
 * before what is below it, and siblings come in the order of their names. Immutable; made once for
 * each state of the hierarchy.
 *
 * <p>Units whose parent does not exist are roots; units in a circle are left out.
 */
public final class UnitTree {
  private static final Comparator<OrganisationUnit> BY_NAME =
      Comparator.comparing(OrganisationUnit::label, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(OrganisationUnit::uid);

  private final OrganisationUnit[] units;
  private final int[] keys;
  private final int[] levels;
  private final int[] parents;
  private final int[] ends;
  private final Map<String, Integer> numbers;
  private final int[] byKey;
  private final Map<Integer, int[]> namedLevels = new ConcurrentHashMap<>();

  private UnitTree(MetadataSnapshot snapshot) {
    List<OrganisationUnit> order = new ArrayList<>(snapshot.count(OrganisationUnit.class));
    numbers = new HashMap<>(snapshot.count(OrganisationUnit.class) * 2);
    walk(snapshot, order);
    units = order.toArray(OrganisationUnit[]::new);
    keys = new int[units.length];
    levels = new int[units.length];
    parents = new int[units.length];
    ends = new int[units.length];
    for (int i = 0; i < units.length; i++) {
      Ref<OrganisationUnit> parent = units[i].parent();
      parents[i] = parent == null ? -1 : numbers.getOrDefault(parent.id(), -1);
      levels[i] = parents[i] < 0 ? 1 : levels[parents[i]] + 1;
      keys[i] = snapshot.key(OrganisationUnit.class, units[i].uid());
      ends[i] = i + 1;
    }
    for (int i = units.length - 1; i >= 0; i--) {
      if (parents[i] >= 0) {
        ends[parents[i]] = Math.max(ends[parents[i]], ends[i]);
      }
    }
    byKey =
        IntStream.range(0, units.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> keys[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The tree of a snapshot's units. */
  public static UnitTree of(MetadataSnapshot snapshot) {
    return new UnitTree(snapshot);
  }

  private void walk(MetadataSnapshot snapshot, List<OrganisationUnit> order) {
    Map<String, List<OrganisationUnit>> children = new HashMap<>();
    List<OrganisationUnit> roots = new ArrayList<>();
    for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
      Ref<OrganisationUnit> parent = unit.parent();
      if (parent == null || snapshot.get(OrganisationUnit.class, parent.id()) == null) {
        roots.add(unit);
      } else {
        children.computeIfAbsent(parent.id(), p -> new ArrayList<>()).add(unit);
      }
    }
    Deque<OrganisationUnit> stack = new ArrayDeque<>();
    push(roots, stack);
    while (!stack.isEmpty()) {
      OrganisationUnit unit = stack.pop();
      numbers.put(unit.uid(), order.size());
      order.add(unit);
      push(children.getOrDefault(unit.uid(), List.of()), stack);
    }
  }

  private static void push(List<OrganisationUnit> siblings, Deque<OrganisationUnit> stack) {
    siblings.stream().sorted(BY_NAME.reversed()).forEach(stack::push);
  }

  /** The number of units. */
  public int size() {
    return units.length;
  }

  /** The number of a unit; -1 where there is no such unit. */
  public int number(String uid) {
    return numbers.getOrDefault(uid, -1);
  }

  /** The unit with a number. */
  public OrganisationUnit unit(int number) {
    return units[number];
  }

  /** The key by which facts name the unit with a number. */
  public int key(int number) {
    return keys[number];
  }

  /** The depth of the unit with a number; a root has 1. */
  public int level(int number) {
    return levels[number];
  }

  /** The number of the unit above; -1 where there is none. */
  public int parent(int number) {
    return parents[number];
  }

  /** The number after the last one that is below the unit with a number. */
  public int end(int number) {
    return ends[number];
  }

  /** Whether a unit is another one or below it. */
  public boolean within(int number, int above) {
    return above <= number && number < ends[above];
  }

  /** The number of the unit whose key is at a place in the ascending order of keys. */
  int numberByKey(int place) {
    return byKey[place];
  }

  /** The units directly below, in the order of names. */
  public List<Integer> children(int number) {
    List<Integer> children = new ArrayList<>();
    for (int child = number + 1; child < ends[number]; child = ends[child]) {
      children.add(child);
    }
    return children;
  }

  /** All roots, in the order of names. */
  public List<Integer> roots() {
    List<Integer> roots = new ArrayList<>();
    for (int root = 0; root < units.length; root = ends[root]) {
      roots.add(root);
    }
    return roots;
  }

  /** The units of a level that are one of some boundaries or below one, in the order of names. */
  public List<Integer> atLevel(int level, List<Integer> boundaries) {
    List<Integer> found = new ArrayList<>();
    for (int number : namedLevel(level)) {
      for (int boundary : boundaries) {
        if (within(number, boundary)) {
          found.add(number);
          break;
        }
      }
    }
    return found;
  }

  private int[] namedLevel(int level) {
    return namedLevels.computeIfAbsent(
        level, wanted -> sorted(IntStream.range(0, units.length).filter(i -> levels[i] == wanted)));
  }

  private int[] sorted(IntStream numbers) {
    return numbers
        .boxed()
        .sorted((a, b) -> BY_NAME.compare(units[a], units[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same units in the order of names. */
  public List<Integer> byName(List<Integer> numbers) {
    return Arrays.stream(sorted(numbers.stream().mapToInt(Integer::intValue))).boxed().toList();
  }

  /** The units above, the root first. */
  public List<OrganisationUnit> ancestors(int number) {
    List<OrganisationUnit> above = new ArrayList<>();
    for (int at = parents[number]; at >= 0; at = parents[at]) {
      above.addFirst(units[at]);
    }
    return above;
  }
}
