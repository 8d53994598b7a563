package org.kituo.store.hierarchy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.model.hierarchy.PastParents;
import org.kituo.model.hierarchy.PastParents.Span;
import org.kituo.store.postgres.Sql;

/** The parents of units by day. Moves of units are noted by the database itself. */
public final class UnitParentTable {
  private static final String PRESENT =
      """
      SELECT unit, since, parent FROM (
        SELECT DISTINCT ON (unit, since) unit, nullif(since, '-infinity') AS since, parent, removed
        FROM unit_parent ORDER BY unit, since, id DESC) present
      WHERE NOT removed\
      """;

  private static final String ENTRIES =
      """
      SELECT unit, nullif(since, '-infinity'), parent, removed, at, coalesce(said_by, committed_by)
      FROM unit_parent LEFT JOIN metadata_commit USING (version)
      WHERE unit = ? ORDER BY id DESC\
      """;

  private static final String SAY =
      """
      INSERT INTO unit_parent (unit, since, parent, removed, said_by)
      VALUES (?, coalesce(?::date, '-infinity'), ?, ?, ?)\
      """;

  private final Sql sql;
  private volatile State last = new State(0, PastParents.of(List.of()));

  private record State(long id, PastParents parents) {}

  /**
   * Something that was noted about a unit.
   *
   * @param removed whether it says that the unit got no other parent on that day after all
   * @param by the identifier of the user who moved the unit or said so; null where not known
   */
  public record Entry(Span span, boolean removed, Instant at, @Nullable String by) {}

  /** Over a database. */
  public UnitParentTable(DataSource database) {
    this.sql = new Sql(database);
  }

  /** What is known now; read anew only where something was noted since. */
  public PastParents parents() {
    long newest =
        sql.first("SELECT coalesce(max(id), 0) FROM unit_parent", row -> row.getLong(1)).orElse(0L);
    State state = last;
    if (state.id() != newest) {
      state = new State(newest, PastParents.of(sql.query(PRESENT, UnitParentTable::span)));
      last = state;
    }
    return state.parents();
  }

  /** All that was ever noted about a unit, the latest first. */
  public List<Entry> entries(String unit) {
    return sql.query(
        ENTRIES,
        row ->
            new Entry(
                span(row), row.getBoolean(4), row.getTimestamp(5).toInstant(), row.getString(6)),
        unit);
  }

  /**
   * Notes what somebody says about a unit.
   *
   * @param by the identifier of the user
   */
  public void say(Span span, boolean removed, String by) {
    sql.update(
        SAY,
        span.unit(),
        span.since().equals(LocalDate.MIN) ? null : span.since(),
        span.parent().orElse(null),
        removed,
        by);
  }

  private static Span span(ResultSet row) throws SQLException {
    LocalDate since = row.getObject(2, LocalDate.class);
    return new Span(
        row.getString(1),
        since == null ? LocalDate.MIN : since,
        Optional.ofNullable(row.getString(3)));
  }
}
