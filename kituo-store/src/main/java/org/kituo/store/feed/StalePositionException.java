package org.kituo.store.feed;

/**
 * A position belongs to a state of the database that is no more, because it was restored. What was
 * derived must be rebuilt from a full scan.
 */
public final class StalePositionException extends Exception {
  private static final long serialVersionUID = 1;

  StalePositionException(FeedPosition position, FeedPosition horizon) {
    super("Position " + position + " is not of the feed's present life, which is at " + horizon);
  }
}
