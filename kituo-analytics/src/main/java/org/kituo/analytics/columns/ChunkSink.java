package org.kituo.analytics.columns;

/** Takes the facts of a window. */
interface ChunkSink {
  /** Begins another pass over the facts of the window, with cells of other layers of the axes. */
  default void beginPass() {}

  /** Takes facts; the chunk may be changed, and will be filled with others. */
  void take(Chunk chunk);
}
