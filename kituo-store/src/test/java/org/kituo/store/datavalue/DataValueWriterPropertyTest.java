package org.kituo.store.datavalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.store.datavalue.Figures.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.kituo.store.datavalue.Figures.State;
import org.kituo.store.datavalue.Figures.Write;

/** Writing figures in bulk against a map that does the same one by one. */
class DataValueWriterPropertyTest {
  private static final Figures FIGURES = new Figures();

  @AfterContainer
  static void close() {
    FIGURES.close();
  }

  @Provide
  Arbitrary<List<List<Write>>> batches() {
    Arbitrary<Integer> key = Arbitraries.integers().between(1, 2);
    Arbitrary<DataValueKey> keys =
        Combinators.combine(key, key, key, key, key).as(DataValueKey::new);
    Arbitrary<String> texts = Arbitraries.of("0", "1", "2", "é\t\\N").injectNull(0.2);
    Arbitrary<State> states =
        Combinators.combine(
                texts,
                Arbitraries.of("late", "").injectNull(0.7),
                Arbitraries.of(true, false).injectNull(0.6),
                Arbitraries.of(true, false, false))
            .as(State::new);
    return Combinators.combine(keys, states)
        .as(Write::new)
        .list()
        .uniqueElements(Write::key)
        .ofMaxSize(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 60)
  void doesWhatAMapWouldDo(@ForAll("batches") List<List<Write>> batches) throws SQLException {
    FIGURES.clear();
    Map<DataValueKey, State> model = new HashMap<>();
    Map<DataValueKey, List<DataValueVersion.Kind>> history = new HashMap<>();
    for (List<Write> batch : batches) {
      int expected = 0;
      for (Write write : batch) {
        expected += apply(write, model, history) ? 1 : 0;
      }
      assertThat(FIGURES.writer.write(rows(batch), null, "mary"))
          .isEqualTo(new WriteCounts(0, expected));
    }
    assertThat(FIGURES.stored()).isEqualTo(model);
    for (DataValueKey key : model.keySet()) {
      assertThat(FIGURES.reader.history(HistoryFilter.of(key), 0, 100).reversed())
          .extracting(DataValueVersion::kind)
          .isEqualTo(history.get(key));
    }
  }

  private static boolean apply(
      Write write,
      Map<DataValueKey, State> model,
      Map<DataValueKey, List<DataValueVersion.Kind>> history) {
    State before = model.get(write.key());
    State after = write.state();
    if (after.equals(before) || (before == null && after.deleted())) {
      return false;
    }
    model.put(write.key(), after);
    List<DataValueVersion.Kind> kinds =
        history.computeIfAbsent(write.key(), k -> new ArrayList<>());
    if (before == null) {
      kinds.add(DataValueVersion.Kind.CREATE);
    } else if (after.deleted() && !before.deleted()) {
      kinds.add(DataValueVersion.Kind.DELETE);
    } else if (after.deleted() != before.deleted()
        || !Objects.equals(after.value(), before.value())) {
      kinds.add(DataValueVersion.Kind.UPDATE);
    }
    return true;
  }
}
