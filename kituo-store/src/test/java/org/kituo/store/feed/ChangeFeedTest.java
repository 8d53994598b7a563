package org.kituo.store.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kituo.store.datavalue.DataValueFeed;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.TestPostgres;

/** Followers of the feed while many write. */
class ChangeFeedTest {
  private static final Database DATABASE = TestPostgres.freshDatabase();
  private static final int WRITERS = 4;
  private static final int TRANSACTIONS = 150;
  private static final int KEYS = 40;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /**
   * Each writer counts up a figure of its own in each transaction, beside others that all change. A
   * follower must never see a count go back, must see in one read all or nothing of a transaction
   * that no later one touched, and must end with what the table has.
   */
  @Test
  void missesNothingWhileTransactionsOverlap() throws Exception {
    DataValueFeed feed = new DataValueFeed(DATABASE.dataSource(), open());
    Map<Integer, Integer> counts = new HashMap<>();
    Map<List<Integer>, String> followed = new HashMap<>();
    FeedPosition position = feed.all((de, pe, ou, coc, aoc, value, deleted) -> {});
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers =
          IntStream.range(0, WRITERS)
              .<Future<?>>mapToObj(w -> threads.submit(() -> write(w)))
              .toList();
      while (true) {
        boolean done = writers.stream().allMatch(Future::isDone);
        position = follow(feed, position, counts, followed);
        if (done) {
          break;
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(counts).hasSize(WRITERS).containsValue(TRANSACTIONS - 1);
    Map<List<Integer>, String> table = new HashMap<>();
    FeedPosition end =
        feed.all((de, pe, ou, coc, aoc, value, deleted) -> table.put(List.of(de, ou), value));
    assertThat(followed).isEqualTo(table);
    assertThat(
            feed.changes(
                end,
                (de, pe, ou, coc, aoc, value, deleted) -> {
                  throw new AssertionError("nothing changed");
                }))
        .isEqualTo(end);
  }

  private static FeedPosition follow(
      DataValueFeed feed,
      FeedPosition position,
      Map<Integer, Integer> counts,
      Map<List<Integer>, String> followed)
      throws Exception {
    Map<Integer, List<String>> own = new HashMap<>();
    FeedPosition next =
        feed.changes(
            position,
            (de, pe, ou, coc, aoc, value, deleted) -> {
              followed.put(List.of(de, ou), value);
              if (de == 1) {
                int count = Integer.parseInt(value);
                assertThat(count).isGreaterThan(counts.getOrDefault(ou, -1));
                counts.put(ou, count);
              }
              if (de == 1 || de == 2) {
                own.computeIfAbsent(ou, w -> new java.util.ArrayList<>()).add(value);
              }
            });
    own.values().forEach(pair -> assertThat(pair).hasSize(2).containsOnly(pair.getFirst()));
    assertThat(next.transaction()).isGreaterThanOrEqualTo(position.transaction());
    return next;
  }

  /** Elements 1 and 2 of unit w belong to writer w alone; element 3 of any unit to everybody. */
  private static @Nullable Void write(int writer) throws SQLException, InterruptedException {
    Random random = new Random(writer);
    try (Connection connection = DATABASE.dedicatedConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TRANSACTIONS; i++) {
        upsert(connection, 1, writer, i);
        Thread.sleep(Duration.ofMillis(random.nextInt(3)));
        upsert(connection, 3, 100 + random.nextInt(KEYS), random.nextInt());
        upsert(connection, 2, writer, i);
        Thread.sleep(Duration.ofMillis(random.nextInt(3)));
        if (random.nextInt(10) == 0) {
          connection.rollback();
          i--;
        } else {
          connection.commit();
        }
      }
    }
    return null;
  }

  private static void upsert(Connection connection, int element, int unit, int value)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO data_value VALUES (now(), now(), DEFAULT, ?, 1, ?, 1, 1, 'C', false, NULL,
              ?, NULL, 'x')
            ON CONFLICT (org_unit, period, data_element, category_option_combo,
              attribute_option_combo)
            DO UPDATE SET value = excluded.value, changed = excluded.changed\
            """)) {
      statement.setInt(1, unit);
      statement.setInt(2, element);
      statement.setString(3, Integer.toString(value));
      statement.executeUpdate();
    }
  }

  @Test
  void refusesPositionsFromBeforeARestore() throws Exception {
    ChangeFeed before = open();
    DataValueFeed feed = new DataValueFeed(DATABASE.dataSource(), before);
    FeedPosition position = feed.all((de, pe, ou, coc, aoc, value, deleted) -> {});
    try (Connection connection = DATABASE.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE feed_generation SET cluster = 'another'");
    }
    DataValueFeed restored = new DataValueFeed(DATABASE.dataSource(), open());
    assertThatThrownBy(() -> restored.changes(position, (de, pe, ou, coc, aoc, v, d) -> {}))
        .isInstanceOf(StalePositionException.class);
  }

  @Test
  void keepsItsGenerationAcrossStarts() throws Exception {
    try (FeedSnapshot one = open().read(DATABASE.dataSource());
        FeedSnapshot other = open().read(DATABASE.dataSource())) {
      assertThat(one.horizon().generation()).isEqualTo(other.horizon().generation());
    }
  }

  @Test
  void signalsReachThisNodeAndOthers() throws InterruptedException, ExecutionException {
    try (FeedSignal here = new FeedSignal(DATABASE::dedicatedConnection);
        FeedSignal there = new FeedSignal(DATABASE::dedicatedConnection)) {
      here.raise();
      assertThat(here.await(0, Duration.ofSeconds(10))).isEqualTo(1);
      long seen = there.count();
      while (seen == 0) { // until it listens
        here.raise();
        seen = there.await(0, Duration.ofMillis(50));
      }
      assertThat(seen).isPositive();
    }
  }

  private static ChangeFeed open() throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      return ChangeFeed.open(connection);
    }
  }
}
