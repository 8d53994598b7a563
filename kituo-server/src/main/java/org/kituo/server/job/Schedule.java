package org.kituo.server.job;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.JobStatus;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.store.job.JobTable.Run;
import org.kituo.store.job.Jobs;
import org.springframework.scheduling.support.CronExpression;

/**
 * Starts the jobs that are configured when their time has come, by the clock or so many seconds
 * after the last run ended. Each node looks every two seconds; one at a time starts what is due,
 * and any node does it. When a configuration ran last is known from its jobs, so that nothing is
 * written into the metadata: a job that runs each minute makes no new state of it. Times that
 * passed while no server was there are made up for within {@link JobConfiguration#PATIENCE} hours.
 */
public final class Schedule implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofMillis(100);

  private final Supplier<MetadataSnapshot> metadata;
  private final Jobs jobs;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());
  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  private record Known(Map<String, Run> runs, Instant read) {}

  /** Begins to start jobs. */
  public Schedule(Supplier<MetadataSnapshot> metadata, Jobs jobs) {
    this.metadata = metadata;
    this.jobs = jobs;
    thread.scheduleWithFixedDelay(
        this::startDue, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Whether this server has work for jobs of a type. */
  public boolean does(@Nullable JobType type) {
    return type != null && jobs.does(type);
  }

  private void startDue() {
    try {
      MetadataSnapshot snapshot = metadata.get();
      if (snapshot.all(JobConfiguration.class).stream().anyMatch(this::isScheduled)) {
        jobs.alone(() -> startDue(snapshot));
      }
    } catch (SQLException | RuntimeException e) {
      System.getLogger("kituo").log(System.Logger.Level.WARNING, "Jobs could not be started", e);
    }
  }

  private void startDue(MetadataSnapshot snapshot) throws SQLException {
    Map<String, Run> runs = jobs.table().runs();
    LocalDateTime now = LocalDateTime.now();
    for (JobConfiguration job : snapshot.all(JobConfiguration.class)) {
      Run last = runs.get(job.uid());
      LocalDateTime next = isRunning(last) ? null : next(job, last);
      if (next != null && !next.isAfter(now)) {
        start(job, snapshot);
      }
    }
  }

  private static boolean isRunning(@Nullable Run run) {
    return run != null && run.ended() == null;
  }

  private boolean isScheduled(JobConfiguration job) {
    return job.enabled()
        && does(job.jobType())
        && (job.cronExpression() != null || job.delay() != null);
  }

  /** When a job runs next; null where it has no time. */
  private @Nullable LocalDateTime next(JobConfiguration job, @Nullable Run last) {
    if (!isScheduled(job)) {
      return null;
    }
    LocalDateTime since =
        Objects.requireNonNullElse(job.identity().lastUpdated(), LocalDateTime.MIN);
    if (last != null) {
      since = later(since, local(last.started()));
    }
    if (job.cronExpression() != null && CronExpression.isValidExpression(job.cronExpression())) {
      since = later(since, LocalDateTime.now().minusHours(JobConfiguration.PATIENCE));
      return CronExpression.parse(job.cronExpression()).next(since);
    }
    if (job.delay() == null) {
      return null;
    }
    Instant ended = last == null ? null : last.ended();
    return (ended == null ? since : later(since, local(ended))).plusSeconds(job.delay());
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
  }

  /**
   * Starts a job now.
   *
   * @return whether it was started; not while its last run goes on
   */
  public boolean start(String uid) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    JobConfiguration job = snapshot.find(JobConfiguration.class, uid).orElseThrow();
    if (isRunning(jobs.table().runs().get(uid))) {
      return false;
    }
    start(job, snapshot);
    return true;
  }

  private void start(JobConfiguration job, MetadataSnapshot snapshot) throws SQLException {
    Ref<?> by = job.identity().lastUpdatedBy();
    String user = job.executedBy() != null ? job.executedBy() : by == null ? "" : by.id();
    jobs.start(
        Objects.requireNonNull(job.jobType()),
        snapshot.find(User.class, user).map(User::username).orElse("system"),
        job.jobParameters() == null ? null : job.jobParameters().toString(),
        job.uid());
  }

  /** When a job of the metadata runs next; null for all other identifiers. */
  public @Nullable LocalDateTime next(String uid) {
    JobConfiguration job = metadata.get().get(JobConfiguration.class, uid);
    return job == null ? null : next(job, runs().get(uid));
  }

  private Map<String, Run> runs() {
    Known now = known;
    if (now.read().plus(FRESH).isBefore(Instant.now())) {
      try {
        now = new Known(jobs.table().runs(), Instant.now());
      } catch (SQLException e) {
        throw new IllegalStateException("The runs of jobs cannot be read", e);
      }
      known = now;
    }
    return now.runs();
  }

  /** The metadata with what is known of the last run of each job. */
  public MetadataSnapshot withRuns(MetadataSnapshot snapshot) {
    SnapshotChange change = snapshot.change();
    ObjectType<JobConfiguration> type = ObjectType.of(JobConfiguration.class);
    Map<String, Run> runs = runs();
    for (JobConfiguration job : snapshot.all(JobConfiguration.class)) {
      Run run = runs.get(job.uid());
      if (run != null) {
        JobConfiguration shown = type.with(job, "lastExecuted", local(run.started()));
        shown =
            type.with(shown, "jobStatus", isRunning(run) ? JobStatus.RUNNING : JobStatus.SCHEDULED);
        shown = type.with(shown, "lastExecutedStatus", status(run));
        if (run.ended() != null) {
          shown = type.with(shown, "lastFinished", local(run.ended()));
        }
        change.put(shown);
      }
    }
    return change.snapshot();
  }

  private static JobStatus status(Run run) {
    return isRunning(run)
        ? JobStatus.RUNNING
        : run.failed() ? JobStatus.FAILED : JobStatus.COMPLETED;
  }
}
