package org.kituo.store.cellquery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.store.cellquery.CellQuery.Action;
import org.kituo.store.cellquery.CellQuery.Assignee;
import org.kituo.store.cellquery.CellQuery.Status;
import org.kituo.store.cellquery.CellQuery.Step;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.postgres.Sql;

/** The questions about figures. */
public final class CellQueryTable {
  private static final String SELECT =
      """
      SELECT q.uid, q.data_element, q.period, q.org_unit, q.category_option_combo,
        q.attribute_option_combo, q.status, q.assigned_user, q.assigned_group,
        s.at, s.by, s.action, s.text, s.assigned_user, s.assigned_group, s.value
      FROM cell_query q JOIN cell_query_step s ON s.query = q.uid
      WHERE
      """;

  /** The figure of a query {@code c}. */
  private static final String VALUE =
      """
      (SELECT v.value FROM data_value v WHERE NOT v.deleted AND v.org_unit = c.org_unit
        AND v.period = c.period AND v.data_element = c.data_element
        AND v.category_option_combo = c.category_option_combo
        AND v.attribute_option_combo = c.attribute_option_combo)\
      """;

  private static final String OPEN =
      """
      WITH c AS (
        INSERT INTO cell_query (uid, org_unit, period, data_element, category_option_combo,
          attribute_option_combo, status, assigned_user, assigned_group)
        VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?) RETURNING *)
      INSERT INTO cell_query_step (query, by, action, text, assigned_user, assigned_group, value)
      SELECT c.uid, ?, 'OPEN', ?, c.assigned_user, c.assigned_group, %s FROM c\
      """
          .formatted(VALUE);

  /** Changes the query if its status allows, and notes the step, in one statement. */
  private static final String STEP =
      """
      WITH c AS (
        UPDATE cell_query SET status = coalesce(?, status),
          assigned_user = CASE WHEN ? THEN ? ELSE assigned_user END,
          assigned_group = CASE WHEN ? THEN ? ELSE assigned_group END
        WHERE uid = ? AND status = ANY (?) RETURNING *)
      INSERT INTO cell_query_step (query, by, action, text, assigned_user, assigned_group, value)
      SELECT c.uid, ?, ?, ?, ?, ?, %s FROM c\
      """
          .formatted(VALUE);

  private final Sql sql;

  /** Over a database. */
  public CellQueryTable(DataSource database) {
    this.sql = new Sql(database);
  }

  /**
   * Which queries to read; an empty list does not limit.
   *
   * @param limit the most to give, the newest first
   */
  public record Filter(
      List<Status> statuses,
      List<Integer> orgUnits,
      List<Integer> periods,
      List<Integer> dataElements,
      int limit) {}

  /** A query. */
  public Optional<CellQuery> find(String uid) {
    return read("q.uid = ? ORDER BY s.id", uid).stream().findFirst();
  }

  /** Queries, the newest first. */
  public List<CellQuery> list(Filter filter) {
    return read(
        """
        q.id IN (
          SELECT id FROM cell_query
          WHERE (cardinality(?::text[]) = 0 OR status = ANY (?))
            AND (cardinality(?::int[]) = 0 OR org_unit = ANY (?))
            AND (cardinality(?::int[]) = 0 OR period = ANY (?))
            AND (cardinality(?::int[]) = 0 OR data_element = ANY (?))
          ORDER BY id DESC LIMIT ?)
        ORDER BY q.id DESC, s.id\
        """,
        names(filter.statuses()),
        names(filter.statuses()),
        ints(filter.orgUnits()),
        ints(filter.orgUnits()),
        ints(filter.periods()),
        ints(filter.periods()),
        ints(filter.dataElements()),
        ints(filter.dataElements()),
        filter.limit());
  }

  /** Opens a query. */
  public void open(String uid, DataValueKey key, String by, String text, Assignee assignee) {
    sql.update(
        OPEN,
        uid,
        key.orgUnit(),
        key.period(),
        key.dataElement(),
        key.categoryOptionCombo(),
        key.attributeOptionCombo(),
        assignee.user(),
        assignee.group(),
        by,
        text);
  }

  /**
   * Does something with a query.
   *
   * @param assignee who has to answer from now on; only where the action is to assign
   * @return whether its status allowed it
   */
  public boolean step(
      String uid, Action action, String by, @Nullable String text, Assignee assignee) {
    boolean assigns = action == Action.ASSIGN;
    return sql.update(
            STEP,
            action.next() == null ? null : action.next().name(),
            assigns,
            assignee.user(),
            assigns,
            assignee.group(),
            uid,
            names(List.copyOf(action.from())),
            by,
            action.name(),
            text,
            assignee.user(),
            assignee.group())
        > 0;
  }

  private List<CellQuery> read(String where, @Nullable Object... values) {
    Map<String, CellQuery> found = new LinkedHashMap<>();
    sql.query(
        SELECT + where,
        row -> {
          CellQuery query = found.computeIfAbsent(row.getString(1), uid -> query(uid, row));
          query.steps().add(step(row));
          return query;
        },
        values);
    return List.copyOf(found.values());
  }

  private static CellQuery query(String uid, ResultSet row) {
    try {
      return new CellQuery(
          uid,
          new DataValueKey(
              row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)),
          Status.valueOf(row.getString(7)),
          new Assignee(row.getString(8), row.getString(9)),
          new ArrayList<>());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getTimestamp(10).toInstant(),
        row.getString(11),
        Action.valueOf(row.getString(12)),
        row.getString(13),
        new Assignee(row.getString(14), row.getString(15)),
        row.getString(16));
  }

  private static String[] names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toArray(String[]::new);
  }

  private static int[] ints(List<Integer> keys) {
    return keys.stream().mapToInt(Integer::intValue).toArray();
  }
}
