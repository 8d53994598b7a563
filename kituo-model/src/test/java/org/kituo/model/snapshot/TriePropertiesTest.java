package org.kituo.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kituo.model.snapshot.Trie.Editor;

/** Persistent maps and sets against mutable ones; those handed out earlier stay what they were. */
class TriePropertiesTest {

  /** A key whose hash is one of a few, or differs in its high bits alone. */
  record Key(int number, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** One step: a value put, or its key removed; then perhaps the map is handed out. */
  record Step(boolean put, boolean handOut, Key key, String value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> hash =
        Arbitraries.oneOf(Arbitraries.of(0, 1, -1, 1 << 30, 1 << 31, 33), Arbitraries.integers());
    Arbitrary<Key> key =
        Combinators.combine(Arbitraries.integers().between(0, 20), hash).as(Key::new);
    Arbitrary<Boolean> mostly = Arbitraries.frequency(Tuple.of(3, true), Tuple.of(2, false));
    Arbitrary<String> value = Arbitraries.of("a", "b", "c");
    return Combinators.combine(mostly, Arbitraries.of(true, false), key, value)
        .as(Step::new)
        .list()
        .ofMaxSize(120);
  }

  @Property(tries = 400)
  void aTrieIsAMap(@ForAll("steps") List<Step> steps) {
    Trie<Key, String> trie = Trie.empty();
    Editor editor = new Editor();
    Map<Key, String> model = new HashMap<>();
    List<Runnable> earlier = new ArrayList<>();
    for (Step step : steps) {
      if (step.put) {
        trie = trie.with(step.key, step.value, editor);
        model.put(step.key, step.value);
      } else {
        trie = trie.without(step.key, editor);
        model.remove(step.key);
      }
      if (step.handOut) {
        Trie<Key, String> then = trie;
        Map<Key, String> copy = Map.copyOf(model);
        earlier.add(() -> holds(then, copy));
        editor = new Editor();
      }
      assertThat(trie.get(step.key)).isEqualTo(model.get(step.key));
    }
    holds(trie, model);
    earlier.forEach(Runnable::run);
  }

  private static void holds(Trie<Key, String> trie, Map<Key, String> model) {
    assertThat(trie.size()).isEqualTo(model.size());
    assertThat(trie.values()).containsExactlyInAnyOrderElementsOf(model.values());
    model.forEach((key, value) -> assertThat(trie.get(key)).isEqualTo(value));
    for (int i = 0; i <= 20; i++) {
      Key key = new Key(i, 1);
      assertThat(trie.get(key)).isEqualTo(model.get(key));
    }
  }

  @Property(tries = 200)
  void referrersAreSets(@ForAll("steps") List<Step> steps) {
    Referrers referrers = Referrers.NONE;
    Editor editor = new Editor();
    Map<String, Set<String>> model = new HashMap<>();
    List<Runnable> earlier = new ArrayList<>();
    for (Step step : steps) {
      String referrer = "r" + step.key.number;
      Set<String> set = model.computeIfAbsent(step.value, v -> new HashSet<>());
      if (step.put) {
        referrers = referrers.with(step.value, referrer, editor);
        set.add(referrer);
      } else {
        referrers = referrers.without(step.value, referrer, editor);
        set.remove(referrer);
      }
      assertThat(referrers.of(step.value)).containsExactlyInAnyOrderElementsOf(set);
      if (step.handOut) {
        Referrers then = referrers;
        Set<String> copy = Set.copyOf(set);
        earlier.add(
            () -> assertThat(then.of(step.value)).containsExactlyInAnyOrderElementsOf(copy));
        editor = new Editor();
      }
    }
    earlier.forEach(Runnable::run);
  }
}
