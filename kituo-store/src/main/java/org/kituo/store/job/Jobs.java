package org.kituo.store.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.store.job.JobNotification.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts jobs and does them. A job is taken by one node; if that node dies, another (or the same,
 * restarted) begins the job anew once {@link #HEARTBEAT} was missed {@link #MISSED} times. A job
 * that fails is not tried again: its last notification says why.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED = 4;
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration AFTER_STOP = Duration.ofSeconds(1);
  private static final int AT_ONCE = 2;

  private final JobTable table;
  private final Map<JobType, JobWork> works;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  /**
   * Begins to do jobs.
   *
   * @param works what to do for jobs of each type that this node can do
   */
  public Jobs(DataSource database, Map<JobType, JobWork> works) {
    this.table = new JobTable(database);
    this.works = Map.copyOf(works);
    this.task =
        Tasks.oneTime("job")
            .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_STOP))
            .execute(this::run);
    this.scheduler =
        new SchedulerBuilder(database, List.of(task))
            .tableName("job_execution")
            .serializer(new NoData())
            .threads(AT_ONCE)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(AFTER_STOP)
            .enableImmediateExecution()
            .build();
    scheduler.start();
  }

  /** Whether there is something to do for jobs of a type. */
  public boolean does(JobType type) {
    return works.containsKey(type);
  }

  /** Does something unless another node is doing it at this moment, such as starting jobs. */
  public void alone(JobTable.Work work) throws SQLException {
    table.alone(work);
  }

  /** The jobs of the last month. */
  public JobTable table() {
    return table;
  }

  /**
   * Starts a job. When the call returns, the job is certain to be done.
   *
   * @param createdBy the name of the user who asks for it
   * @param parameters what is asked for, a JSON object; null where nothing can be chosen
   * @param input what the job works on; empty for nothing
   */
  public Job start(JobType type, String createdBy, @Nullable String parameters, byte[] input)
      throws SQLException {
    return start(type, createdBy, parameters, input, null);
  }

  /**
   * Starts a job of a configuration.
   *
   * @param configuration the identifier of the configuration, by which clients ask for its state
   */
  public Job start(
      JobType type, String createdBy, @Nullable String parameters, String configuration)
      throws SQLException {
    return start(type, createdBy, parameters, new byte[0], configuration);
  }

  private Job start(
      JobType type,
      String createdBy,
      @Nullable String parameters,
      byte[] input,
      @Nullable String configuration)
      throws SQLException {
    if (!does(type)) {
      throw new IllegalArgumentException("This node has no work for jobs of type " + type);
    }
    Job job = table.add(type, createdBy, parameters, input, configuration);
    scheduler.schedule(task.instance(job.uid()), Instant.now());
    return job;
  }

  @Override
  public void close() {
    scheduler.stop();
  }

  private void run(TaskInstance<Void> instance, ExecutionContext context) {
    try {
      Optional<Job> job = table.find(instance.getId());
      if (job.isPresent()) {
        run(job.get());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The state of a job could not be kept", e);
    }
  }

  private void run(Job job) throws SQLException {
    JobWork work = works.get(job.type());
    try {
      if (work == null) {
        throw new IllegalStateException("The server does not know jobs of type " + job.type());
      }
      table.end(job, Level.INFO, work.run(new JobRun(job, table)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server stopped during a job", e);
    } catch (Exception e) {
      LOG.warn("Job {} failed", job.name(), e);
      String message = e.getMessage();
      table.end(job, Level.ERROR, message == null ? e.getClass().getSimpleName() : message);
    }
  }

  /** Executions carry nothing: all is in the table of jobs. */
  private static final class NoData implements Serializer {
    @Override
    public byte[] serialize(@Nullable Object data) {
      return new byte[0];
    }

    @Override
    @SuppressWarnings("NullAway") // the library asks for null where there is no data
    public <T> T deserialize(Class<T> type, byte[] bytes) {
      return null;
    }
  }
}
