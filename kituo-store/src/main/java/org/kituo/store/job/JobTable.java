package org.kituo.store.job;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.store.job.JobNotification.Level;

/** The jobs of the last month, with what they said and found. */
public final class JobTable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String JOB = "uid, type, name, created, created_by, parameters";

  private final DataSource database;

  /** Over a database. */
  public JobTable(DataSource database) {
    this.database = database;
  }

  Job add(
      JobType type,
      String createdBy,
      @Nullable String parameters,
      byte[] input,
      @Nullable String configuration)
      throws SQLException {
    String uid = Uid.random(RANDOM);
    String name = "%s (%d)".formatted(type, System.currentTimeMillis());
    execute(
        """
        DELETE FROM job WHERE created < now() - interval '1 month' AND (configuration IS NULL OR EXISTS
          (SELECT FROM job later WHERE later.configuration = job.configuration
            AND later.created > job.created))\
        """);
    execute(
        "INSERT INTO job (uid, type, name, created_by, parameters, input, configuration)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        uid,
        type.name(),
        name,
        createdBy,
        parameters,
        input,
        configuration);
    return find(uid).orElseThrow();
  }

  /** A job. */
  public Optional<Job> find(String uid) throws SQLException {
    return query("SELECT " + JOB + " FROM job WHERE uid = ?", JobTable::job, uid).stream()
        .findFirst();
  }

  /** All jobs, the latest first. */
  public List<Job> all() throws SQLException {
    return query("SELECT " + JOB + " FROM job ORDER BY created DESC", JobTable::job);
  }

  /** The jobs of a type, the latest first. */
  public List<Job> ofType(JobType type) throws SQLException {
    return query(
        "SELECT " + JOB + " FROM job WHERE type = ? ORDER BY created DESC",
        JobTable::job,
        type.name());
  }

  /**
   * What a job said, the latest first; nothing if there is no such job of the type.
   *
   * @param uid the identifier of the job, or of a configuration for the last job of that
   */
  public List<JobNotification> notifications(JobType type, String uid) throws SQLException {
    return query(
        """
        SELECT n.uid, n.time, n.level, n.message, n.completed
        FROM job_notification n JOIN job j ON j.uid = n.job
        WHERE j.type = ? AND j.uid = coalesce((SELECT uid FROM job WHERE configuration = ?
          ORDER BY created DESC LIMIT 1), ?) ORDER BY n.number DESC\
        """,
        JobTable::notification,
        type.name(),
        uid,
        uid);
  }

  /**
   * The last run of a configuration.
   *
   * @param ended when it was done; null while it is not
   * @param failed whether it was given up
   */
  public record Run(Instant started, @Nullable Instant ended, boolean failed) {}

  /** The last run of each configuration that ever ran. */
  public Map<String, Run> runs() throws SQLException {
    Map<String, Run> runs = new HashMap<>();
    query(
            """
            SELECT DISTINCT ON (j.configuration) j.configuration, j.created, n.time, n.level
            FROM job j LEFT JOIN job_notification n ON n.job = j.uid AND n.completed
            WHERE j.configuration IS NOT NULL ORDER BY j.configuration, j.created DESC\
            """,
            row ->
                Map.entry(
                    row.getString(1),
                    new Run(
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant(),
                        Level.ERROR.name().equals(row.getString(4)))))
        .forEach(entry -> runs.put(entry.getKey(), entry.getValue()));
    return runs;
  }

  /** Does something unless another node is doing it at this moment. */
  void alone(Work work) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try (ResultSet row =
          statement.executeQuery("SELECT pg_try_advisory_xact_lock(hashtext('job_schedule'))")) {
        if (row.next() && row.getBoolean(1)) {
          work.run();
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Something that uses the database. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws SQLException;
  }

  /**
   * The results, JSON objects, of the jobs of a type that have one, by job; those of a
   * configuration by that, the last one.
   */
  public Map<String, String> summaries(JobType type) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    query(
            "SELECT coalesce(configuration, uid), summary FROM job"
                + " WHERE type = ? AND summary IS NOT NULL ORDER BY created DESC",
            row -> Map.entry(row.getString(1), row.getString(2)),
            type.name())
        .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
    return found;
  }

  byte[] input(String uid) throws SQLException {
    return query("SELECT coalesce(input, '') FROM job WHERE uid = ?", row -> row.getBytes(1), uid)
        .getFirst();
  }

  void say(Job job, Level level, String message, boolean completed) throws SQLException {
    execute(
        "INSERT INTO job_notification (job, uid, level, message, completed)"
            + " VALUES (?, ?, ?, ?, ?)",
        job.uid(),
        Uid.random(RANDOM),
        level.name(),
        message,
        completed);
  }

  void summary(Job job, String json) throws SQLException {
    execute("UPDATE job SET summary = ? WHERE uid = ?", json, job.uid());
  }

  void end(Job job, Level level, String message) throws SQLException {
    execute("UPDATE job SET input = NULL WHERE uid = ?", job.uid());
    say(job, level, message, true);
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("uid"),
        JobType.valueOf(row.getString("type")),
        row.getString("name"),
        row.getTimestamp("created").toInstant(),
        row.getString("created_by"),
        row.getString("parameters"));
  }

  private static JobNotification notification(ResultSet row) throws SQLException {
    return new JobNotification(
        row.getString("uid"),
        row.getTimestamp("time").toInstant(),
        Level.valueOf(row.getString("level")),
        row.getString("message"),
        row.getBoolean("completed"));
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Row<T> reader, @Nullable Object... parameters)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  private void execute(String sql, @Nullable Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
