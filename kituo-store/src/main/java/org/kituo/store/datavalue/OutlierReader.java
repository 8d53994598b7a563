package org.kituo.store.datavalue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;

/**
 * Finds outliers in the database, in one pass over the figures of the elements and units asked for;
 * nothing but the outliers leaves it.
 */
public final class OutlierReader {
  /** 0.6745 is the distance within which half of a normal distribution lies, in deviations. */
  private static final String SCALE = "0.6745";

  private static final String SERIES =
      "org_unit, data_element, category_option_combo, attribute_option_combo";

  private static final String NUMERIC = "'^[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$'";

  private static final String WANTED =
      "data_element = ANY (?) AND org_unit = ANY (?) AND category_option_combo <> ALL (?)"
          + " AND attribute_option_combo <> ALL (?) AND NOT deleted";

  private static final String FIGURES =
      """
      WITH figures AS MATERIALIZED (
        SELECT %s, period, value, value::double precision AS number, follow_up, last_updated
        FROM data_value
        WHERE %s AND value ~ %s)\
      """
          .formatted(SERIES, WANTED, NUMERIC);

  private static final String MEANS =
      """
      , series AS (
        SELECT %1$s, avg(number) AS centre, stddev_pop(number) AS spread FROM figures
        WHERE %%1$s GROUP BY %1$s)
      SELECT f.*, centre, spread, centre - ? * spread AS lower, centre + ? * spread AS upper
      FROM figures f JOIN series USING (%1$s)
      WHERE %%2$s AND spread > 0 AND abs(number - centre) >= ? * spread
      ORDER BY %%3$s DESC, period LIMIT ?\
      """
          .formatted(SERIES);

  private static final String MEDIANS =
      """
      , middle AS (
        SELECT %1$s, percentile_cont(0.5) WITHIN GROUP (ORDER BY number) AS centre FROM figures
        WHERE %%1$s GROUP BY %1$s),
      series AS (
        SELECT %1$s, centre,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(number - centre)) AS spread
        FROM figures JOIN middle USING (%1$s) WHERE %%1$s GROUP BY %1$s, centre)
      SELECT f.*, centre, spread, centre - ? * spread / %2$s AS lower,
        centre + ? * spread / %2$s AS upper
      FROM figures f JOIN series USING (%1$s)
      WHERE %%2$s AND spread > 0 AND %2$s * abs(number - centre) >= ? * spread
      ORDER BY %%3$s DESC, period LIMIT ?\
      """
          .formatted(SERIES, SCALE);

  private static final String RANGES =
      """
      SELECT f.*, NULL::float8 AS centre, NULL::float8 AS spread, least::float8 AS lower,
        most::float8 AS upper
      FROM figures f JOIN usual_range USING (org_unit, data_element, category_option_combo)
      WHERE %s AND (number < least OR number > most)
      ORDER BY least(abs(number - least), abs(number - most)) DESC, period LIMIT ?\
      """;

  private static final String INVALID =
      """
      SELECT %s, period, value, NULL::float8 AS number, follow_up, last_updated,
        NULL::float8 AS centre, NULL::float8 AS spread, NULL::float8 AS lower,
        NULL::float8 AS upper
      FROM data_value
      WHERE %s AND value !~ %s AND %%s
      ORDER BY org_unit, period LIMIT ?\
      """
          .formatted(SERIES, WANTED, NUMERIC);

  private final DataSource database;

  /** Over a database. */
  public OutlierReader(DataSource database) {
    this.database = database;
  }

  /** The outliers of a query, the farthest first. */
  public List<Outlier> read(OutlierQuery query) throws SQLException {
    if (query.periods().isEmpty()) {
      return List.of();
    }
    List<Outlier> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql(query))) {
      bind(statement, query);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(outlier(row));
        }
      }
    }
    return found;
  }

  private static String sql(OutlierQuery query) {
    String within = within(query.periods());
    String ofSeries = within(query.seriesPeriods());
    String order = query.order().sql();
    return switch (query.method()) {
      case Z_SCORE -> FIGURES + MEANS.formatted(ofSeries, within, order);
      case MOD_Z_SCORE -> FIGURES + MEDIANS.formatted(ofSeries, within, order);
      case MIN_MAX -> FIGURES + " " + RANGES.formatted(within);
      case INVALID_NUMERIC -> INVALID.formatted(within);
    };
  }

  /** Period keys are numbers of our own, which need no binding. */
  private static String within(List<KeySpan> spans) {
    return spans.isEmpty()
        ? "true"
        : spans.stream()
            .map(span -> "period BETWEEN %d AND %d".formatted(span.from(), span.to()))
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static void bind(PreparedStatement statement, OutlierQuery query) throws SQLException {
    statement.setObject(1, query.dataElements());
    statement.setObject(2, query.orgUnits());
    statement.setObject(3, query.hiddenCombos());
    statement.setObject(4, query.hiddenCombos());
    int at = 5;
    boolean scored =
        query.method() == OutlierQuery.Method.Z_SCORE
            || query.method() == OutlierQuery.Method.MOD_Z_SCORE;
    for (int thresholds = 0; scored && thresholds < 3; thresholds++) {
      statement.setDouble(at++, query.threshold());
    }
    statement.setInt(at, query.limit());
  }

  private static Outlier outlier(ResultSet row) throws SQLException {
    return new Outlier(
        new DataValueKey(
            row.getInt("data_element"),
            row.getInt("period"),
            row.getInt("org_unit"),
            row.getInt("category_option_combo"),
            row.getInt("attribute_option_combo")),
        row.getString("value"),
        number(row, "number"),
        number(row, "centre"),
        number(row, "spread"),
        number(row, "lower"),
        number(row, "upper"),
        row.getBoolean("follow_up"),
        row.getTimestamp("last_updated").toInstant());
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Double.NaN : number;
  }
}
