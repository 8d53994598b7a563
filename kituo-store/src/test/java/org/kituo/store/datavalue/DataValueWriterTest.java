package org.kituo.store.datavalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.store.datavalue.Figures.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kituo.store.datavalue.Figures.State;
import org.kituo.store.datavalue.Figures.Write;

class DataValueWriterTest {
  private static final Figures FIGURES = new Figures();

  private final DataValueWriter writer = FIGURES.writer;
  private final DataValueReader reader = FIGURES.reader;

  @BeforeEach
  void clear() throws SQLException {
    FIGURES.clear();
  }

  @AfterAll
  static void close() {
    FIGURES.close();
  }

  @Test
  void tellsWhoWroteEachVersionAndWhen() throws SQLException {
    DataValueKey key = new DataValueKey(7, 7, 7, 7, 7);
    writer.write(rows(List.of(write(key, "1"))), null, "mary");
    writer.write(rows(List.of(write(key, "2"))), null, "john");
    List<DataValueVersion> history = reader.history(HistoryFilter.of(key), 0, 10);
    assertThat(history).extracting(v -> v.after().storedBy()).containsExactly("john", "mary");
    assertThat(history).extracting(v -> v.after().value()).containsExactly("2", "1");
    Instant created = history.getLast().after().created();
    assertThat(history).extracting(v -> v.after().created()).containsOnly(created);
    assertThat(history.getFirst().after().lastUpdated()).isAfter(created);
    assertThat(reader.historyCount(HistoryFilter.of(key))).isEqualTo(2);
  }

  @Test
  void deletesAScopeBeforeItWrites() throws SQLException {
    DataValueKey stays = new DataValueKey(3, 1, 1, 1, 1);
    DataValueKey again = new DataValueKey(1, 1, 1, 1, 1);
    DataValueKey gone = new DataValueKey(1, 1, 1, 2, 1);
    writer.write(
        rows(List.of(write(stays, "1"), write(again, "1"), write(gone, "1"))), null, "mary");
    DeletionScope scope =
        new DeletionScope(
            new int[] {1}, new int[] {1}, new int[] {1, 2}, new int[] {0, 0}, new int[] {0, 0});
    WriteCounts counts = writer.write(rows(List.of(write(again, "5"))), scope, "john");
    assertThat(counts).isEqualTo(new WriteCounts(2, 1));
    assertThat(FIGURES.stored())
        .containsOnly(
            Map.entry(stays, new State("1", null, null, false)),
            Map.entry(again, new State("5", null, null, false)),
            Map.entry(gone, new State(null, null, null, true)));
  }

  @Test
  void changesOneFigureDependingOnWhatItIs() throws SQLException {
    DataValueKey key = new DataValueKey(9, 9, 9, 9, 9);
    writer.write(rows(List.of(write(key, "1"))), null, "mary");
    boolean changed = writer.change(key, now -> now.map(v -> withComment(v, "checked")), "john");
    assertThat(changed).isTrue();
    assertThat(FIGURES.stored()).containsValue(new State("1", "checked", null, false));
    assertThat(writer.change(key, now -> Optional.empty(), "john")).isFalse();
  }

  private static DataValue withComment(DataValue v, String comment) {
    return new DataValue(
        v.key(),
        v.value(),
        comment,
        v.followUp(),
        v.deleted(),
        v.storedBy(),
        v.created(),
        v.lastUpdated());
  }

  private static Write write(DataValueKey key, String value) {
    return new Write(key, new State(value, null, null, false));
  }
}
