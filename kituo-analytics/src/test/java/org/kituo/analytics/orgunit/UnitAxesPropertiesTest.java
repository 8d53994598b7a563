package org.kituo.analytics.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Axis;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/** Trees and axes of units against following parents one by one. */
class UnitAxesPropertiesTest {
  /** For each unit after the first the number of the unit above, smaller than its own. */
  @Provide
  Arbitrary<List<Integer>> trees() {
    return Arbitraries.integers().between(0, 1_000).list().ofMinSize(1).ofMaxSize(60);
  }

  private static String uid(int number) {
    return "Unit%07d".formatted(number);
  }

  private static int parent(List<Integer> tree, int number) {
    return number == 0 ? -1 : tree.get(number - 1) % number;
  }

  private static MetadataSnapshot snapshot(List<Integer> tree) {
    SnapshotChange change = MetadataSnapshot.empty(MetadataTypes.ALL).change();
    for (int i = 0; i <= tree.size(); i++) {
      int above = parent(tree, i);
      change.put(unit(uid(i), above < 0 ? null : new Ref<>(uid(above))));
    }
    return change.snapshot(1);
  }

  private static OrganisationUnit unit(String uid, @Nullable Ref<OrganisationUnit> parent) {
    return new OrganisationUnit(
        Identity.of(uid, null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        uid,
        null,
        parent,
        null,
        uid,
        null);
  }

  private static boolean within(List<Integer> tree, int number, int above) {
    for (int at = number; at >= 0; at = parent(tree, at)) {
      if (at == above) {
        return true;
      }
    }
    return false;
  }

  private static int level(List<Integer> tree, int number) {
    return number < 0 ? 0 : 1 + level(tree, parent(tree, number));
  }

  @Property(tries = 200)
  void treesKnowWhoIsBelowWhom(@ForAll("trees") List<Integer> tree) {
    UnitTree units = UnitTree.of(snapshot(tree));
    assertThat(units.size()).isEqualTo(tree.size() + 1);
    for (int i = 0; i <= tree.size(); i++) {
      int number = units.number(uid(i));
      assertThat(units.level(number)).isEqualTo(level(tree, i));
      for (int j = 0; j <= tree.size(); j++) {
        assertThat(units.within(units.number(uid(j)), number)).isEqualTo(within(tree, j, i));
      }
    }
  }

  @Property(tries = 200)
  void axesCountAUnitInEachOneAbove(
      @ForAll("trees") List<Integer> tree, @ForAll Set<Integer> picks, @ForAll boolean levels) {
    UnitAxes axes = new UnitAxes(UnitTree.of(snapshot(tree)));
    List<Integer> asked =
        picks.stream().map(pick -> Math.floorMod(pick, tree.size() + 1)).distinct().toList();
    if (asked.isEmpty()) {
      return;
    }
    List<Integer> aggregationLevels = levels ? List.of(2, 3) : List.of();
    Axis each =
        axes.each(asked.stream().map(i -> axes.tree().number(uid(i))).toList(), aggregationLevels);
    Axis any =
        axes.any(asked.stream().map(i -> axes.tree().number(uid(i))).toList(), aggregationLevels);
    for (int i = 0; i <= tree.size(); i++) {
      int unit = i;
      Set<Integer> expected = new TreeSet<>();
      for (int item = 0; item < asked.size(); item++) {
        if (within(tree, unit, asked.get(item))
            && counts(tree, unit, asked.get(item), aggregationLevels)) {
          expected.add(item);
        }
      }
      int key = axes.tree().key(axes.tree().number(uid(unit)));
      assertThat(items(each, key)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(items(any, key)).isEqualTo(expected.isEmpty() ? List.of() : List.of(0));
    }
  }

  private static boolean counts(List<Integer> tree, int unit, int asked, List<Integer> levels) {
    return levels.stream()
        .noneMatch(level -> level(tree, unit) > level && level(tree, asked) <= level);
  }

  private static List<Integer> items(Axis axis, int key) {
    List<Integer> items = new ArrayList<>();
    axis.layers()
        .forEach(layer ->
            Optional.of(layer.items().of(key)).filter(item -> item >= 0).ifPresent(items::add));
    return items;
  }

  @Property(tries = 100)
  void levelsComeInTheOrderOfNames(@ForAll("trees") List<Integer> tree) {
    UnitTree units = UnitTree.of(snapshot(tree));
    List<String> second =
        units.atLevel(2, units.roots()).stream().map(n -> units.unit(n).uid()).toList();
    assertThat(second)
        .isEqualTo(
            IntStream.rangeClosed(0, tree.size())
                .filter(i -> level(tree, i) == 2)
                .mapToObj(UnitAxesPropertiesTest::uid)
                .toList());
  }
}
