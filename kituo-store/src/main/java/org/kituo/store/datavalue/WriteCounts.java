package org.kituo.store.datavalue;

/**
 * What a write did.
 *
 * @param deleted the figures that the deletion scope deleted
 * @param written the rows that are new or changed; those that were the same before do not count
 */
public record WriteCounts(int deleted, int written) {}
