package org.kituo.model.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.kituo.model.TestMetadata;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportOutcome;
import org.kituo.model.bundle.TestImport;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The hierarchy of organisation units against a map from each unit to the one above. */
class HierarchyPropertiesTest {

  /** Places of parents: each unit's parent is one before it, or none. */
  @Provide
  Arbitrary<List<Integer>> parents() {
    return Arbitraries.integers().between(-1, 11).list().ofMinSize(2).ofMaxSize(12);
  }

  /** Some units that get new parents in one import, by the places of both. */
  @Provide
  Arbitrary<Map<Integer, Integer>> moves() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 11), Arbitraries.integers().between(-1, 11))
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Property(tries = 300)
  void unitsMoveAndNeverGetBelowThemselves(
      @ForAll("parents") List<Integer> parents,
      @ForAll @Size(max = 4) List<@From("moves") Map<Integer, Integer>> imports) {
    Map<String, Optional<String>> model = new LinkedHashMap<>();
    for (int i = 0; i < parents.size(); i++) {
      int parent = parents.get(i);
      model.put(uid(i), parent < i && parent >= 0 ? Optional.of(uid(parent)) : Optional.empty());
    }
    MetadataSnapshot snapshot =
        TestImport.run(
                TestMetadata.snapshot(List.of()), bundle(model), ImportOptions.of(Strategy.CREATE))
            .change()
            .snapshot();
    for (Map<Integer, Integer> moves : imports) {
      Map<String, Optional<String>> moved = new LinkedHashMap<>();
      moves.forEach((unit, parent) -> {
        if (unit < parents.size()) {
          boolean root = parent < 0 || parent >= parents.size();
          moved.put(uid(unit), root ? Optional.empty() : Optional.of(uid(parent)));
        }
      });
      Map<String, Optional<String>> wanted = new LinkedHashMap<>(model);
      wanted.putAll(moved);
      ImportOutcome outcome =
          TestImport.run(snapshot, bundle(moved), ImportOptions.of(Strategy.UPDATE));
      boolean circles = wanted.keySet().stream().anyMatch(u -> naivePath(wanted, u).isEmpty());
      assertThat(outcome.report().errors()).extracting(ImportError::code).allMatch("E1522"::equals);
      assertThat(outcome.report().errors().isEmpty()).isEqualTo(!circles);
      snapshot = outcome.change().snapshot();
      if (!circles) {
        model = wanted;
      }
      holds(model, snapshot);
    }
    holds(model, snapshot);
  }

  private static void holds(Map<String, Optional<String>> model, MetadataSnapshot snapshot) {
    for (String uid : model.keySet()) {
      OrganisationUnit unit = snapshot.find(OrganisationUnit.class, uid).orElseThrow();
      List<String> path = naivePath(model, uid).orElseThrow();
      assertThat(Hierarchy.path(unit, snapshot)).isEqualTo("/" + String.join("/", path));
      assertThat(Hierarchy.level(unit, snapshot)).isEqualTo(path.size());
      assertThat(Hierarchy.ancestors(unit, snapshot).stream().map(Ref::id).toList())
          .isEqualTo(path.subList(0, path.size() - 1));
      Set<String> children =
          model.keySet().stream()
              .filter(other -> Optional.of(uid).equals(model.get(other)))
              .collect(Collectors.toSet());
      assertThat(Hierarchy.children(unit, snapshot))
          .extracting(OrganisationUnit::uid)
          .containsExactlyInAnyOrderElementsOf(children);
      for (String other : model.keySet()) {
        assertThat(Hierarchy.within(unit, other, snapshot)).isEqualTo(path.contains(other));
      }
    }
  }

  /** The identifiers from the root to a unit; empty where the way up never ends. */
  private static Optional<List<String>> naivePath(
      Map<String, Optional<String>> model, String unit) {
    List<String> path = new ArrayList<>();
    Optional<String> at = Optional.of(unit);
    while (at.isPresent()) {
      if (path.contains(at.get())) {
        return Optional.empty();
      }
      path.addFirst(at.get());
      at = model.getOrDefault(at.get(), Optional.empty());
    }
    return Optional.of(path);
  }

  private static JsonNode bundle(Map<String, Optional<String>> parents) {
    ObjectNode bundle = JsonMapper.shared().createObjectNode();
    ArrayNode units = bundle.putArray("organisationUnits");
    parents.forEach((uid, parent) -> {
      ObjectNode unit = units.addObject();
      unit.put("id", uid).put("name", uid).put("shortName", uid).put("openingDate", "2000-01-01");
      parent.ifPresent(p -> unit.putObject("parent").put("id", p));
    });
    return bundle;
  }

  private static String uid(int place) {
    return TestMetadata.uid('u', place);
  }
}
