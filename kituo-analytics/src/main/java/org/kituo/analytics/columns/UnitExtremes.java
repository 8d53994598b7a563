package org.kituo.analytics.columns;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The least or greatest value of each unit in each cell. */
final class UnitExtremes implements ChunkSink {
  private final boolean greatest;
  private final LongIndex cells = new LongIndex();
  private final LongIndex unitsInCells = new LongIndex();
  private double[] extremes = new double[Chunk.SIZE];

  UnitExtremes(boolean greatest) {
    this.greatest = greatest;
  }

  @Override
  public void take(Chunk chunk) {
    for (int i = 0; i < chunk.count; i++) {
      int known = unitsInCells.size();
      int index = unitsInCells.of(ColumnsBuilder.pair(chunk.unit(i), cells.of(chunk.places[i])));
      double value = chunk.numbers[i];
      if (index == known) {
        put(index, value);
      } else if (greatest ? value > extremes[index] : value < extremes[index]) {
        extremes[index] = value;
      }
    }
  }

  private void put(int index, double value) {
    if (index == extremes.length) {
      extremes = Arrays.copyOf(extremes, index * 2);
    }
    extremes[index] = value;
  }

  /** Hands on what was found, in the order of units; to be called once. */
  void drain(Chunk chunk, ChunkSink next) {
    chunk.span = 0;
    chunk.weight = 1;
    chunk.firstRow = 0;
    chunk.count = 0;
    long[] all =
        LongStream.range(0, unitsInCells.size())
            .map(index -> unitsInCells.key((int) index))
            .sorted()
            .toArray();
    for (long unitInCell : all) {
      int i = chunk.count++;
      chunk.at[i] = i;
      chunk.units[i] = (int) (unitInCell >>> Integer.SIZE);
      chunk.combos[i] = 0;
      chunk.places[i] = cells.key((int) unitInCell);
      chunk.numbers[i] = extremes[unitsInCells.find(unitInCell)];
      if (chunk.count == Chunk.SIZE) {
        next.take(chunk);
        chunk.count = 0;
      }
    }
    if (chunk.count > 0) {
      next.take(chunk);
    }
  }
}
