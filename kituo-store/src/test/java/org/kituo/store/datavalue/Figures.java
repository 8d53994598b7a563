package org.kituo.store.datavalue;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.store.feed.FeedSignal;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.TestPostgres;

/** A database with figures for the tests of this package. */
final class Figures implements AutoCloseable {
  private final Database database = TestPostgres.freshDatabase();
  private final FeedSignal signal = new FeedSignal(database::dedicatedConnection);
  final DataValueWriter writer = new DataValueWriter(database.dataSource(), signal);
  final DataValueReader reader = new DataValueReader(database.dataSource());

  /** What is known of a figure but times. */
  record State(
      @Nullable String value,
      @Nullable String comment,
      @Nullable Boolean followUp,
      boolean deleted) {}

  record Write(DataValueKey key, State state) {}

  static DataValueRows rows(List<Write> batch) {
    DataValueRows rows = new DataValueRows(1);
    for (Write write : batch) {
      DataValueKey key = write.key();
      State state = write.state();
      rows.add(
          key.dataElement(),
          key.period(),
          key.orgUnit(),
          key.categoryOptionCombo(),
          key.attributeOptionCombo(),
          state.value(),
          state.comment(),
          state.followUp(),
          state.deleted());
    }
    return rows;
  }

  Map<DataValueKey, State> stored() throws SQLException {
    int[] keys = {1, 2, 3, 9};
    int[] any = {};
    Map<DataValueKey, State> found = new LinkedHashMap<>();
    reader.read(
        new DataValueQuery(keys, keys, List.of(), any, any, null, true, List.of(), 0, 0),
        v -> found.put(v.key(), new State(v.value(), v.comment(), v.followUp(), v.deleted())));
    return found;
  }

  void clear() throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("TRUNCATE data_value, data_value_version");
    }
  }

  @Override
  public void close() {
    signal.close();
    database.close();
  }
}
