package org.kituo.analytics.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.kituo.analytics.columns.Pass.Guard;
import org.kituo.analytics.columns.Pass.Part;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Measure.Condition;
import org.kituo.analytics.engine.Measure.Reading;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.engine.Window.Span;

/**
 * Finds the facts that a question is about, with the places of their cells, and hands them on in
 * chunks.
 *
 * <p>The rows of a period are next to each other, so only those of the window are touched. Among
 * them a stretch of rows at a time goes through a few loops. Each loop looks at one thing (the
 * unit, the combo, whether the row is hidden, the value) and keeps the rows that still count, so
 * that the next has less to do. Loops over plain arrays that do one thing are what compilers and
 * processors are good at: a row costs about two nanoseconds.
 *
 * <p>Where an axis has few units, as a single facility, they are looked up in each period by binary
 * search, and only their rows are taken.
 */
final class Scan {
  /** A search costs about as much as going through so many rows. */
  private static final int ROWS_PER_SEARCH = 48;

  private final Measure measure;
  private final List<Pass> passes;
  private final List<Prepared> sources;
  private final boolean combosWanted;
  private final boolean conditional;
  private final Chunk chunk;
  private final Columns.Scratch scratch = new Columns.Scratch();
  private final int[] localCombos = new int[Chunk.SIZE];
  private final double[] values = new double[Chunk.SIZE];
  private final Combos combos;

  /**
   * A layer, prepared.
   *
   * @param comboPlaces what combos add to a place, by pass
   * @param comboIndexes the index of each combo among those of all layers
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Prepared(
      Layer layer, List<long[]> comboPlaces, boolean[] combosMatter, int[] comboIndexes) {}

  /** The combos of all layers, in order. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Combos(long[] sorted) {
    int coc(int index) {
      return (int) (sorted[index] >>> Integer.SIZE);
    }

    int aoc(int index) {
      return (int) sorted[index];
    }
  }

  /**
   * @param combosWanted whether {@link Chunk#combos} is read
   */
  Scan(SubjectFacts facts, Measure measure, List<Axis> axes, boolean combosWanted) {
    this.measure = measure;
    this.combosWanted = combosWanted;
    this.conditional = measure.condition() != Condition.ALWAYS;
    passes = Pass.of(axes);
    combos =
        new Combos(
            facts.layers().stream()
                .flatMapToLong(layer -> pairs(layer.columns()))
                .sorted()
                .distinct()
                .toArray());
    sources = facts.layers().stream().map(this::prepare).toList();
    chunk = new Chunk(facts.layers().getFirst().columns());
  }

  private static LongStream pairs(Columns columns) {
    return LongStream.range(0, columns.combos())
        .map(combo -> ColumnsBuilder.pair(columns.coc((int) combo), columns.aoc((int) combo)));
  }

  private Prepared prepare(Layer layer) {
    List<long[]> places = new ArrayList<>();
    boolean[] matter = new boolean[passes.size()];
    for (int i = 0; i < passes.size(); i++) {
      long[] ofPass = passes.get(i).comboPlaces(layer.columns());
      places.add(ofPass);
      matter[i] = LongStream.of(ofPass).anyMatch(place -> place != 0);
    }
    int[] indexes =
        pairs(layer.columns()).mapToInt(pair -> Arrays.binarySearch(combos.sorted, pair)).toArray();
    return new Prepared(layer, places, matter, indexes);
  }

  /** The category option combo of an index that a chunk has. */
  int coc(int combo) {
    return combos.coc(combo);
  }

  /** The attribute option combo of an index that a chunk has. */
  int aoc(int combo) {
    return combos.aoc(combo);
  }

  /**
   * Hands over the facts of a window, period by period.
   *
   * @param latestFirst whether from the last period of the window to the first
   */
  void run(Window window, boolean latestFirst, ChunkSink sink) {
    boolean weighted = measure.aggregation().inSeries() == InSeries.NONE;
    int spans = window.spans().size();
    for (int pass = 0; pass < passes.size(); pass++) {
      sink.beginPass();
      for (int i = 0; i < spans; i++) {
        chunk.span = latestFirst ? spans - 1 - i : i;
        Span span = window.spans().get(chunk.span);
        chunk.period = span.period();
        chunk.weight = weighted ? span.weight() : 1;
        for (Prepared source : sources) {
          int block = source.layer.columns().block(span.period());
          if (block >= 0) {
            runBlock(pass, source, block, sink);
          }
        }
      }
    }
  }

  private void runBlock(int pass, Prepared source, int block, ChunkSink sink) {
    Columns columns = source.layer.columns();
    int from = columns.start(block);
    int to = columns.start(block + 1);
    Items few = passes.get(pass).fewestUnits();
    if (few == null || (long) few.count() * ROWS_PER_SEARCH > to - from) {
      runRows(pass, source, from, to, sink);
      return;
    }
    int row = from;
    for (int i = 0; i < few.count(); i++) {
      int unit = few.key(i);
      int first = columns.firstOfUnit(row, to, unit);
      row = first;
      while (row < to && columns.unit(row) == unit) {
        row++;
      }
      if (row > first) {
        runRows(pass, source, first, row, sink);
      }
    }
  }

  private void runRows(int pass, Prepared source, int from, int to, ChunkSink sink) {
    for (int row = from; row < to; row += Chunk.SIZE) {
      int rows = Math.min(Chunk.SIZE, to - row);
      fill(pass, source, row, rows);
      if (chunk.count > 0) {
        sink.take(chunk);
      }
    }
  }

  private void fill(int pass, Prepared source, int from, int rows) {
    Pass layers = passes.get(pass);
    Columns columns = source.layer.columns();
    chunk.columns = columns;
    chunk.firstRow = from;
    columns.units(from, rows, chunk.units);
    byUnit(layers.byUnit(), rows);
    boolean matter = source.combosMatter[pass];
    boolean named = combosWanted || conditional || !layers.guards().isEmpty();
    if (chunk.count > 0 && (matter || named)) {
      columns.combos(from, rows, localCombos, scratch);
      if (matter) {
        byCombo(source.comboPlaces.get(pass));
      }
      if (named) {
        nameCombos(source.comboIndexes);
      }
    }
    withoutHidden(source.layer, from, rows);
    layers.guards().forEach(this::withoutDoubles);
    if (chunk.count > 0) {
      byValue(columns, from, rows);
    }
    if (conditional) {
      byCondition();
    }
  }

  private void byUnit(List<Part> parts, int rows) {
    int[] at = chunk.at;
    long[] places = chunk.places;
    int[] units = chunk.units;
    if (parts.isEmpty()) {
      for (int i = 0; i < rows; i++) {
        at[i] = i;
        places[i] = 0;
      }
      chunk.count = rows;
      return;
    }
    Items items = parts.getFirst().items();
    long stride = parts.getFirst().stride();
    int kept = 0;
    for (int i = 0; i < rows; i++) {
      int item = items.of(units[i]);
      at[kept] = i;
      places[kept] = item * stride;
      kept += ~item >>> (Integer.SIZE - 1);
    }
    chunk.count = kept;
    for (Part part : parts.subList(1, parts.size())) {
      byFurtherUnit(part);
    }
  }

  private void byFurtherUnit(Part part) {
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      int item = part.items().of(chunk.unit(i));
      chunk.at[kept] = chunk.at[i];
      chunk.places[kept] = chunk.places[i] + item * part.stride();
      kept += ~item >>> (Integer.SIZE - 1);
    }
    chunk.count = kept;
  }

  private void byCombo(long[] comboPlaces) {
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      long place = comboPlaces[localCombos[chunk.at[i]]];
      chunk.at[kept] = chunk.at[i];
      chunk.places[kept] = chunk.places[i] + place;
      kept += (int) (~place >>> (Long.SIZE - 1));
    }
    chunk.count = kept;
  }

  private void nameCombos(int[] indexes) {
    for (int i = 0; i < chunk.count; i++) {
      int at = chunk.at[i];
      chunk.combos[at] = indexes[localCombos[at]];
    }
  }

  private void withoutHidden(Layer layer, int from, int rows) {
    int[] hidden = layer.hidden();
    int next = layer.firstHidden(from);
    if (next == hidden.length || hidden[next] >= from + rows) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      int row = chunk.row(i);
      while (next < hidden.length && hidden[next] < row) {
        next++;
      }
      if (next == hidden.length || hidden[next] != row) {
        chunk.move(i, kept++);
      }
    }
    chunk.count = kept;
  }

  private void withoutDoubles(Guard guard) {
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      if (item(guard.before(), i) != item(guard.chosen(), i)) {
        chunk.move(i, kept++);
      }
    }
    chunk.count = kept;
  }

  private int item(Axis.Layer layer, int index) {
    return layer
        .items()
        .of(
            switch (layer.source()) {
              case ORG_UNIT -> chunk.unit(index);
              case CATEGORY_OPTION_COMBO -> coc(chunk.combo(index));
              case ATTRIBUTE_OPTION_COMBO -> aoc(chunk.combo(index));
            });
  }

  private void byValue(Columns columns, int from, int rows) {
    Reading reading = measure.reading();
    if (reading == Reading.TEXT) {
      Arrays.fill(chunk.numbers, 0, chunk.count, Double.NaN);
      return;
    }
    columns.numbers(from, rows, reading, values, scratch);
    boolean zeros = measure.zeros();
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      int at = chunk.at[i];
      double value = values[at];
      chunk.at[kept] = at;
      chunk.places[kept] = chunk.places[i];
      chunk.numbers[kept] = value;
      // false for NaN
      kept += (zeros ? !Double.isNaN(value) : Math.abs(value) > 0) ? 1 : 0;
    }
    chunk.count = kept;
  }

  private void byCondition() {
    Condition.Rows condition = measure.condition().in(chunk.period);
    int kept = 0;
    for (int i = 0; i < chunk.count; i++) {
      if (condition.hold(chunk.unit(i), aoc(chunk.combo(i)), chunk.numbers[i])) {
        chunk.move(i, kept++);
      }
    }
    chunk.count = kept;
  }
}
