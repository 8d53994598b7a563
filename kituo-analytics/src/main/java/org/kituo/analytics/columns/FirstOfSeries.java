package org.kituo.analytics.columns;

/**
 * Lets pass the first fact that comes of each series, one of a unit and a combo: the scan brings
 * the periods in the order of the wish.
 */
final class FirstOfSeries implements ChunkSink {
  private final LongIndex seen = new LongIndex();
  private final ChunkSink next;

  FirstOfSeries(ChunkSink next) {
    this.next = next;
  }

  @Override
  public void beginPass() {
    seen.clear();
    next.beginPass();
  }

  @Override
  public void take(Chunk chunk) {
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      int known = seen.size();
      if (seen.of(ColumnsBuilder.pair(chunk.unit(i), chunk.combo(i))) == known) {
        chunk.move(i, kept++);
      }
    }
    chunk.count = kept;
    if (kept > 0) {
      next.take(chunk);
    }
  }
}
