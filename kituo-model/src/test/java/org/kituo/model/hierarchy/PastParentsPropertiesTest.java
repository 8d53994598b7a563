package org.kituo.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kituo.model.TestMetadata;
import org.kituo.model.hierarchy.PastParents.Span;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** Random moves of units, against a map of parents for each day. */
class PastParentsPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  /** The parents of all units on each of some days, and what was noted of it. */
  private record World(List<Map<String, Optional<String>>> days, List<Span> spans) {

    /** Units move below units with a smaller number, so that there are no circles. */
    static World of(int units, int days, Random random) {
      Map<String, Optional<String>> parents = new HashMap<>();
      for (int i = 0; i < units; i++) {
        parents.put(uid(i), above(i, random));
      }
      List<Map<String, Optional<String>>> all = new ArrayList<>();
      List<Span> spans = new ArrayList<>();
      all.add(new HashMap<>(parents));
      for (int day = 1; day < days; day++) {
        int moved = random.nextInt(units);
        Optional<String> old = parents.getOrDefault(uid(moved), Optional.empty());
        Optional<String> next = above(moved, random);
        if (!old.equals(next)) {
          if (spans.stream().noneMatch(span -> span.unit().equals(uid(moved)))) {
            spans.add(new Span(uid(moved), LocalDate.MIN, old));
          }
          spans.add(new Span(uid(moved), FIRST.plusDays(day), next));
          parents.put(uid(moved), next);
        }
        all.add(new HashMap<>(parents));
      }
      return new World(all, spans);
    }

    private static Optional<String> above(int unit, Random random) {
      return unit == 0 || random.nextInt(5) == 0
          ? Optional.empty()
          : Optional.of(uid(random.nextInt(unit)));
    }

    static String uid(int number) {
      return TestMetadata.uid('u', number);
    }

    MetadataSnapshot present() {
      List<OrganisationUnit> units = new ArrayList<>();
      days.getLast()
          .forEach((uid, parent) ->
              units.add(
                  TestMetadata.read(
                      OrganisationUnit.class,
                      "{'id': '%s', 'name': '%s'%s}"
                          .formatted(
                              uid,
                              uid,
                              parent.map(p -> ", 'parent': {'id': '" + p + "'}").orElse("")))));
      return TestMetadata.snapshot(units);
    }

    List<String> ancestors(String unit, int day) {
      List<String> found = new ArrayList<>();
      Optional<String> at = days.get(day).getOrDefault(unit, Optional.empty());
      while (at.isPresent()) {
        found.addFirst(at.get());
        at = days.get(day).getOrDefault(at.get(), Optional.empty());
      }
      return found;
    }
  }

  @Property(tries = 200)
  void knowsTheAncestorsOfEachDay(
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll @IntRange(min = 1, max = 12) int days,
      @ForAll Random random) {
    World world = World.of(units, days, random);
    MetadataSnapshot present = world.present();
    PastParents parents = PastParents.of(world.spans());
    for (int day = 0; day < days; day++) {
      LocalDate date = FIRST.plusDays(day);
      MetadataSnapshot then = parents.at(date, present);
      for (int unit = 0; unit < units; unit++) {
        List<String> expected = world.ancestors(World.uid(unit), day);
        assertThat(parents.ancestors(World.uid(unit), date, present)).isEqualTo(expected);
        OrganisationUnit object = then.find(OrganisationUnit.class, World.uid(unit)).orElseThrow();
        assertThat(Hierarchy.ancestors(object, then).stream().map(Ref::id)).isEqualTo(expected);
        assertThat(parents.isInCircle(World.uid(unit), date, present)).isFalse();
      }
    }
  }

  @Property(tries = 100)
  void daysOfOneEpochHaveOneHierarchy(
      @ForAll @IntRange(min = 1, max = 6) int units,
      @ForAll @IntRange(min = 2, max = 12) int days,
      @ForAll Random random) {
    World world = World.of(units, days, random);
    PastParents parents = PastParents.of(world.spans());
    for (int day = 1; day < days; day++) {
      boolean same = world.days().get(day).equals(world.days().get(day - 1));
      assertThat(parents.epoch(FIRST.plusDays(day)).equals(parents.epoch(FIRST.plusDays(day - 1))))
          .isEqualTo(same);
    }
  }
}
