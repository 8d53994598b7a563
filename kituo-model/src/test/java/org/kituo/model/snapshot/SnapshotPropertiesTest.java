package org.kituo.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kituo.model.TestMetadata;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;

/**
 * Snapshots against a plain map from identifiers to objects, and every index against a search
 * through that map: unique values, keys, who refers to whom. Earlier snapshots stay what they were.
 */
class SnapshotPropertiesTest {
  private static final int OBJECTS = 4;
  private static final TextOrder BACKWARDS =
      new TextOrder(MetadataObject::uid, Comparator.reverseOrder());

  /** What an object of the test is: enough to have a unique code and all kinds of references. */
  record Content(char type, int number, int code, int refersTo, int embeds) {
    String uid() {
      return TestMetadata.uid(type, number);
    }

    MetadataObject object() {
      String coded = code == 0 ? "" : ", 'code': 'C" + type + code + "'";
      String combo =
          refersTo == 0
              ? ""
              : ", 'categoryCombo': {'id': '" + TestMetadata.uid('c', refersTo) + "'}";
      String element = "{'dataElement': {'id': '" + TestMetadata.uid('e', embeds) + "'}}";
      String elements = ", 'dataSetElements': [" + (embeds == 0 ? "" : element) + "]";
      String json = "{'id': '" + uid() + "'" + coded;
      return switch (type) {
        case 'c' -> TestMetadata.read(CategoryCombo.class, json + "}");
        case 'e' -> TestMetadata.read(DataElement.class, json + combo + "}");
        default -> TestMetadata.read(DataSet.class, json + combo + elements + "}");
      };
    }
  }

  /** One step: an object put, or the object of that identifier removed. */
  record Step(boolean put, boolean commit, Content content) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> number = Arbitraries.integers().between(1, OBJECTS);
    Arbitrary<Integer> orNone = Arbitraries.integers().between(0, OBJECTS);
    Arbitrary<Content> content =
        Combinators.combine(Arbitraries.of('c', 'e', 's'), number, orNone, orNone, orNone)
            .as(Content::new);
    Arbitrary<Boolean> mostly = Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
    return Combinators.combine(mostly, Arbitraries.of(true, false), content)
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 300)
  void aSnapshotIsAMapWithIndexes(@ForAll("steps") List<Step> steps) {
    MetadataSnapshot snapshot = MetadataSnapshot.empty(MetadataTypes.ALL);
    SnapshotChange change = snapshot.change();
    Map<String, Content> model = new LinkedHashMap<>();
    Map<String, Integer> keys = new HashMap<>();
    Set<Integer> used = new HashSet<>();
    List<Runnable> earlier = new ArrayList<>();
    for (Step step : steps) {
      Content content = step.content;
      if (step.put && !codeTaken(model, content)) {
        change.put(content.object());
        model.put(content.uid(), content);
      } else if (!step.put) {
        change.snapshot().findAny(content.uid()).ifPresent(change::remove);
        model.remove(content.uid());
        keys.remove(content.uid());
      }
      if (step.commit) {
        snapshot = change.snapshot();
        change = snapshot.change();
        MetadataSnapshot committed = snapshot;
        Map<String, Content> then = new LinkedHashMap<>(model);
        earlier.add(() -> holds(then, committed));
      }
      holds(model, change.snapshot());
      keepsKeys(model, change.snapshot(), keys, used);
    }
    earlier.forEach(Runnable::run);
  }

  private static boolean codeTaken(Map<String, Content> model, Content content) {
    return content.code != 0
        && model.values().stream()
            .anyMatch(c ->
                c.type == content.type && c.code == content.code && c.number != content.number);
  }

  private static void holds(Map<String, Content> model, MetadataSnapshot snapshot) {
    holds(model, snapshot, 'c', CategoryCombo.class);
    holds(model, snapshot, 'e', DataElement.class);
    holds(model, snapshot, 's', DataSet.class);
  }

  private static <T extends MetadataObject> void holds(
      Map<String, Content> model, MetadataSnapshot snapshot, char letter, Class<T> type) {
    List<Content> contents = model.values().stream().filter(c -> c.type == letter).toList();
    assertThat(snapshot.count(type)).isEqualTo(contents.size());
    assertThat(snapshot.all(type).stream().map(o -> (Object) o).toList())
        .containsExactlyInAnyOrderElementsOf(contents.stream().map(Content::object).toList());
    assertThat(snapshot.sorted(type, BACKWARDS))
        .extracting(MetadataObject::uid)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .containsExactlyInAnyOrderElementsOf(contents.stream().map(Content::uid).toList());
    for (int i = 1; i <= OBJECTS; i++) {
      int number = i;
      String uid = TestMetadata.uid(letter, number);
      Optional<MetadataObject> wanted = Optional.ofNullable(model.get(uid)).map(Content::object);
      assertThat(snapshot.find(type, uid).map(o -> (MetadataObject) o)).isEqualTo(wanted);
      assertThat(snapshot.findAny(uid)).isEqualTo(wanted);
      assertThat(snapshot.findByCode(type, "C" + letter + number).map(MetadataObject::uid))
          .isEqualTo(contents.stream().filter(c -> c.code == number).map(Content::uid).findFirst());
      if (wanted.isPresent()) {
        refersTo(model, snapshot, wanted.get(), letter, number);
      }
    }
  }

  private static void refersTo(
      Map<String, Content> model,
      MetadataSnapshot snapshot,
      MetadataObject target,
      char letter,
      int number) {
    if (letter == 'c') {
      assertThat(snapshot.referrers(target, DataElement.class, "categoryCombo"))
          .extracting(MetadataObject::uid)
          .containsExactlyInAnyOrderElementsOf(
              uids(model.values().stream().filter(c -> c.type == 'e' && c.refersTo == number)));
      assertThat(snapshot.referrers(target, DataSet.class, "categoryCombo"))
          .extracting(MetadataObject::uid)
          .containsExactlyInAnyOrderElementsOf(
              uids(model.values().stream().filter(c -> c.type == 's' && c.refersTo == number)));
    } else if (letter == 'e') {
      assertThat(snapshot.referrers(target, DataSet.class, "dataSetElements"))
          .extracting(MetadataObject::uid)
          .containsExactlyInAnyOrderElementsOf(
              uids(model.values().stream().filter(c -> c.type == 's' && c.embeds == number)));
    }
  }

  private static List<String> uids(Stream<Content> contents) {
    return contents.map(Content::uid).toList();
  }

  /** A key belongs to an object as long as it is there, and to no other ever after. */
  private static void keepsKeys(
      Map<String, Content> model,
      MetadataSnapshot snapshot,
      Map<String, Integer> keys,
      Set<Integer> used) {
    for (Content content : model.values()) {
      MetadataObject object = snapshot.findAny(content.uid()).orElseThrow();
      int key = snapshot.key(object);
      Integer before = keys.putIfAbsent(content.uid(), key);
      if (before == null) {
        assertThat(used.add(key)).as("key %d is new", key).isTrue();
      } else {
        assertThat(key).isEqualTo(before);
      }
      assertThat(snapshot.byKey(MetadataObject.class, key)).isSameAs(object);
    }
  }
}
