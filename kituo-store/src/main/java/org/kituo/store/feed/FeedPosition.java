package org.kituo.store.feed;

/**
 * A place in the feed: everything that transactions before one wrote has been read. To be kept by
 * the follower, in the same transaction as what it derives.
 *
 * @param generation the life of the feed; a position of another life means nothing, see {@link
 *     ChangeFeed}
 * @param transaction the first transaction not read
 */
public record FeedPosition(String generation, long transaction) {}
