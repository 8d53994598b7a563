package org.kituo.store.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.store.job.JobNotification.Level;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.TestPostgres;

class JobsTest {
  private static final byte[] NOTHING = {};

  private final Database database = TestPostgres.freshDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aJobGetsItsInputAndTellsHowFarItIs() throws Exception {
    JobWork work =
        run -> {
          run.info("Beginning");
          run.summary("{\"read\":%d}".formatted(run.input().readAllBytes().length));
          return "Done";
        };
    try (Jobs jobs = jobs(work)) {
      Job job = jobs.start(JobType.TEST, "ann", "{\"of\":1}", new byte[] {1, 2, 3});
      List<JobNotification> said = untilCompleted(jobs.table(), job);
      assertThat(said).extracting(JobNotification::message).containsExactly("Done", "Beginning");
      assertThat(said).extracting(JobNotification::completed).containsExactly(true, false);
      assertThat(jobs.table().summaries(JobType.TEST)).containsEntry(job.uid(), "{\"read\":3}");
      assertThat(jobs.table().ofType(JobType.TEST)).containsExactly(job);
      assertThat(job.parameters()).isEqualTo("{\"of\":1}");
    }
  }

  @Test
  void aFailureIsTheLastThingAJobSays() throws Exception {
    try (Jobs jobs =
        jobs(run -> {
          throw new IllegalStateException("no paper");
        })) {
      Job job = jobs.start(JobType.TEST, "ann", null, NOTHING);
      JobNotification last = untilCompleted(jobs.table(), job).getFirst();
      assertThat(last.level()).isEqualTo(Level.ERROR);
      assertThat(last.message()).isEqualTo("no paper");
    }
  }

  @Test
  void aJobThatANodeCouldNotEndIsDoneByAnother() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    JobWork endless =
        run -> {
          begun.countDown();
          Thread.sleep(Long.MAX_VALUE);
          return "never";
        };
    Job job;
    try (Jobs first = jobs(endless)) {
      job = first.start(JobType.TEST, "ann", null, NOTHING);
      begun.await();
    }
    try (Jobs second = jobs(run -> "Done by the second")) {
      assertThat(untilCompleted(second.table(), job).getFirst().message())
          .isEqualTo("Done by the second");
    }
  }

  @Test
  void aTypeWithoutWorkIsRefused() {
    try (Jobs jobs = jobs(run -> "")) {
      assertThatThrownBy(() -> jobs.start(JobType.PREDICTOR, "ann", null, NOTHING))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Jobs jobs(JobWork work) {
    return new Jobs(database.dataSource(), Map.of(JobType.TEST, work));
  }

  private static List<JobNotification> untilCompleted(JobTable table, Job job) throws Exception {
    while (true) {
      List<JobNotification> said = table.notifications(job.type(), job.uid());
      if (!said.isEmpty() && said.getFirst().completed()) {
        return said;
      }
      Thread.sleep(20);
    }
  }
}
