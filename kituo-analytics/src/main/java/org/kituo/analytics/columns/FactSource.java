package org.kituo.analytics.columns;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.kituo.store.datavalue.DataValueFeed;
import org.kituo.store.datavalue.DataValueSink;
import org.kituo.store.feed.FeedPosition;
import org.kituo.store.feed.StalePositionException;
import org.kituo.store.form.CompletionFeed;

/**
 * A table of facts and its changes. No subject has facts in two sources.
 *
 * @param all hands over all rows, sorted by subject, period, unit, category option combo and
 *     attribute option combo
 * @param changes hands over the rows that changed, in any order
 * @param newest tells up to where there are changes
 */
public record FactSource(All all, Changes changes, Newest newest) {

  /** Reads everything. */
  @FunctionalInterface
  public interface All {
    /** Returns the position from which {@link Changes} continue. */
    FeedPosition read(DataValueSink sink) throws SQLException;
  }

  /** Reads what changed. */
  @FunctionalInterface
  public interface Changes {
    /** Returns the position to continue from. */
    FeedPosition read(FeedPosition since, DataValueSink sink)
        throws SQLException, StalePositionException;
  }

  /** Looks where the feed is. */
  @FunctionalInterface
  public interface Newest {
    /** Returns the position that includes all that is committed. */
    FeedPosition read() throws SQLException;
  }

  /** The figures, by data element. */
  public static FactSource figures(DataValueFeed feed) {
    return new FactSource(feed::allSorted, feed::changes, feed::newest);
  }

  /**
   * The forms that are complete, by data set, with the time of completion for a value: in days
   * since 1970, such as 19463.5 for noon.
   *
   * @param zone in which days begin and end
   */
  public static FactSource completions(CompletionFeed feed, ZoneId zone) {
    return new FactSource(
        sink -> feed.allSorted(completion(sink, zone)),
        (since, sink) -> feed.changes(since, completion(sink, zone)),
        feed::newest);
  }

  private static CompletionFeed.Sink completion(DataValueSink sink, ZoneId zone) {
    return (form, date, completed) ->
        sink.value(
            form.dataSet(),
            form.period(),
            form.orgUnit(),
            0,
            form.attributeOptionCombo(),
            Double.toString(days(date, zone)),
            !completed);
  }

  private static double days(Instant time, ZoneId zone) {
    return LocalDateTime.ofInstant(time, zone).toEpochSecond(ZoneOffset.UTC)
        / (double) Duration.ofDays(1).toSeconds();
  }
}
