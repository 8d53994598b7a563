package org.kituo.store.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The order of changes, and how to follow it without missing one.
 *
 * <p><b>The problem.</b> Rows written by several transactions at once become visible in the order
 * of their commits, while any number that a row can carry (a sequence, a clock) was drawn before. A
 * follower that remembers the greatest number it saw passes over the rows of a slower transaction
 * with a smaller number for ever. A lock that makes writers take turns would solve it and cost what
 * many writers at once gain: the commits that share one flush to disk.
 *
 * <p><b>The way.</b> Each row carries the number of the transaction that wrote it ({@code
 * pg_current_xact_id()}, 64 bits, never used again). A snapshot of PostgreSQL knows the oldest
 * transaction that is still running, the <i>horizon</i> ({@code pg_snapshot_xmin}): every
 * transaction before it has ended, and whatever it wrote is visible or never will be. So a follower
 * that has read everything before transaction <i>p</i> takes a snapshot with horizon <i>h</i>,
 * reads in it all rows with <i>p &lt;= changed &lt; h</i>, and goes on from <i>h</i>. No change is
 * missed and no writer waits.
 *
 * <p><b>What a follower sees.</b> The present version of each row, not every version between: a row
 * that was changed again by a transaction at or after the horizon is left out, since the next read
 * brings it. Within one read each row comes once, in no particular order; reads follow each other
 * in the order of transactions. Taking a row again is harmless. A transaction that writes for long
 * (anywhere in the PostgreSQL cluster) delays the feed until it ends; readers, such as a backup,
 * have no transaction number and delay nothing.
 *
 * <p><b>Lives.</b> Transaction numbers belong to one cluster on one time line. After a restore into
 * another cluster, or to an earlier point in time, old positions are meaningless, perhaps even
 * ahead of what exists. {@link #open} recognises that by the cluster's identifier and time line and
 * begins a new generation; a position of an old one is refused, and its owner rebuilds from a full
 * scan.
 *
 * <p>{@link FeedSignal} wakes followers; they also look once in a while by themselves, since at the
 * moment of the signal a slower transaction may still hold the horizon back.
 */
public final class ChangeFeed {
  private static final String CLUSTER =
      "SELECT (SELECT system_identifier FROM pg_control_system()) || '/'"
          + " || (SELECT timeline_id FROM pg_control_checkpoint())";

  private final String generation;

  private ChangeFeed(String generation) {
    this.generation = generation;
  }

  /**
   * The feed of a database, in a new generation if the database is not where it was.
   *
   * @param connection in auto-commit; several nodes may do so at once
   */
  public static ChangeFeed open(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$
          DECLARE here text := (%s);
          BEGIN
            LOCK TABLE feed_generation;
            IF NOT EXISTS (SELECT FROM feed_generation WHERE cluster = here) THEN
              DELETE FROM feed_generation;
              INSERT INTO feed_generation VALUES (gen_random_uuid(), here);
            END IF;
          END $$\
          """
              .formatted(CLUSTER));
      try (var result = statement.executeQuery("SELECT generation::text FROM feed_generation")) {
        result.next();
        return new ChangeFeed(result.getString(1));
      }
    }
  }

  /** Begins to read. The caller closes what is returned, soon. */
  public FeedSnapshot read(DataSource database) throws SQLException {
    return FeedSnapshot.begin(database, generation);
  }
}
