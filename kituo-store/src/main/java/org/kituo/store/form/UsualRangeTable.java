package org.kituo.store.form;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.kituo.store.form.UsualRange.Key;

/** The usual ranges of figures. */
public final class UsualRangeTable {
  private static final String UPSERT =
      """
      INSERT INTO usual_range (org_unit, data_element, category_option_combo, least, most, generated)
      SELECT * FROM unnest(?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::boolean[])
      ON CONFLICT (org_unit, data_element, category_option_combo) DO UPDATE SET
        least = excluded.least, most = excluded.most, generated = excluded.generated\
      """;

  private static final String DELETE =
      """
      DELETE FROM usual_range u USING unnest(?::int[], ?::int[], ?::int[]) AS k (ou, de, coc)
      WHERE u.org_unit = ou AND u.data_element = de AND u.category_option_combo = coc\
      """;

  private final DataSource database;

  /** Over a database. */
  public UsualRangeTable(DataSource database) {
    this.database = database;
  }

  /** All ranges, the oldest first. */
  public List<UsualRange> all() throws SQLException {
    return query("");
  }

  /** The ranges of a unit for some data elements. */
  public List<UsualRange> of(int orgUnit, int[] dataElements) throws SQLException {
    return query(" WHERE org_unit = ? AND data_element = ANY (?)", orgUnit, dataElements);
  }

  /** Writes ranges in the place of those of the same figures. */
  public void write(List<UsualRange> ranges) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      statement.setObject(1, ranges.stream().mapToInt(r -> r.key().orgUnit()).toArray());
      statement.setObject(2, ranges.stream().mapToInt(r -> r.key().dataElement()).toArray());
      statement.setObject(
          3, ranges.stream().mapToInt(r -> r.key().categoryOptionCombo()).toArray());
      statement.setObject(4, ranges.stream().mapToInt(UsualRange::least).toArray());
      statement.setObject(5, ranges.stream().mapToInt(UsualRange::most).toArray());
      statement.setArray(
          6,
          connection.createArrayOf(
              "boolean", ranges.stream().map(UsualRange::generated).toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * Deletes ranges.
   *
   * @return how many there were
   */
  public int delete(Collection<Key> keys) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setObject(1, keys.stream().mapToInt(Key::orgUnit).toArray());
      statement.setObject(2, keys.stream().mapToInt(Key::dataElement).toArray());
      statement.setObject(3, keys.stream().mapToInt(Key::categoryOptionCombo).toArray());
      return statement.executeUpdate();
    }
  }

  /** Deletes all ranges of some units for some data elements. */
  public void delete(int[] orgUnits, int[] dataElements) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM usual_range WHERE org_unit = ANY (?) AND data_element = ANY (?)")) {
      statement.setObject(1, orgUnits);
      statement.setObject(2, dataElements);
      statement.executeUpdate();
    }
  }

  private List<UsualRange> query(String where, Object... parameters) throws SQLException {
    String sql =
        "SELECT org_unit, data_element, category_option_combo, least, most, generated"
            + " FROM usual_range"
            + where
            + " ORDER BY id";
    List<UsualRange> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new UsualRange(
                  new Key(row.getInt(1), row.getInt(2), row.getInt(3)),
                  row.getInt(4),
                  row.getInt(5),
                  row.getBoolean(6)));
        }
      }
    }
    return found;
  }
}
