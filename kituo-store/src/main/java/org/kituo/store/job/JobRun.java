package org.kituo.store.job;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import org.kituo.store.job.JobNotification.Level;

/** A job while it is done. */
public final class JobRun {
  private final Job job;
  private final JobTable table;

  JobRun(Job job, JobTable table) {
    this.job = job;
    this.table = table;
  }

  /** What was asked for. */
  public Job job() {
    return job;
  }

  /** The bytes that were given to the job; empty if there were none. */
  public InputStream input() throws SQLException {
    return new ByteArrayInputStream(table.input(job.uid()));
  }

  /** Says how far the work is. */
  public void info(String message) throws SQLException {
    table.say(job, Level.INFO, message, false);
  }

  /** Says what went wrong without stopping the work. */
  public void warn(String message) throws SQLException {
    table.say(job, Level.WARN, message, false);
  }

  /**
   * Keeps the result for clients.
   *
   * @param json a JSON object
   */
  public void summary(String json) throws SQLException {
    table.summary(job, json);
  }
}
