package org.kituo.analytics.columns;

import java.util.List;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Cells;
import org.kituo.analytics.engine.FactSink;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Measure.Reading;
import org.kituo.analytics.engine.Window;

/** One measure by some axes: puts together the scan, what becomes of series, and of cells. */
final class Question {
  private final SubjectFacts facts;
  private final Measure measure;
  private final List<Axis> axes;
  private final long places;

  Question(SubjectFacts facts, Measure measure, List<Axis> axes) {
    this.facts = facts;
    this.measure = measure;
    this.axes = axes;
    long product = 1;
    for (Axis axis : axes) {
      product = Math.multiplyExact(product, axis.size());
    }
    places = product;
  }

  List<Cells> aggregate(List<Window> windows) {
    InSeries inSeries = measure.aggregation().inSeries();
    Across across = measure.aggregation().across();
    requireNumbersWhereNeeded(inSeries, across);
    boolean combos =
        inSeries == InSeries.LAST
            || inSeries == InSeries.FIRST
            || across == Across.FIRST
            || across == Across.LAST
            || across == Across.ANY;
    Scan scan = new Scan(facts, measure, axes, combos);
    return windows.stream().<Cells>map(window -> aggregate(scan, window)).toList();
  }

  private CellTable aggregate(Scan scan, Window window) {
    Accumulator cells =
        Accumulator.of(measure.aggregation().across(), new Slots(places, rows(window)));
    switch (measure.aggregation().inSeries()) {
      case NONE -> scan.run(window, false, cells);
      case LAST -> scan.run(window, true, new FirstOfSeries(cells));
      case FIRST -> scan.run(window, false, new FirstOfSeries(cells));
      case UNIT_MIN, UNIT_MAX -> {
        UnitExtremes extremes =
            new UnitExtremes(measure.aggregation().inSeries() == InSeries.UNIT_MAX);
        scan.run(window, false, extremes);
        extremes.drain(new Chunk(facts.layers().getFirst().columns()), cells);
      }
    }
    return cells.cells();
  }

  private long rows(Window window) {
    long rows = 0;
    for (Window.Span span : window.spans()) {
      for (Layer layer : facts.layers()) {
        int block = layer.columns().block(span.period());
        rows += block < 0 ? 0 : layer.columns().start(block + 1) - layer.columns().start(block);
      }
    }
    return rows;
  }

  private void requireNumbersWhereNeeded(InSeries inSeries, Across across) {
    boolean fit =
        switch (across) {
          case ANY, COUNT, FIRST, LAST ->
              inSeries != InSeries.UNIT_MIN && inSeries != InSeries.UNIT_MAX;
          default -> false;
        };
    if (measure.reading() == Reading.TEXT && !fit) {
      throw new IllegalArgumentException("Texts have no " + inSeries + " " + across);
    }
  }

  void scan(Window window, FactSink sink) {
    Scan scan = new Scan(facts, measure, axes, true);
    boolean text = measure.reading() == Reading.TEXT;
    scan.run(
        window,
        false,
        chunk -> {
          for (int i = 0; i < chunk.count; i++) {
            sink.fact(
                chunk.places[i],
                chunk.period,
                chunk.unit(i),
                scan.coc(chunk.combo(i)),
                scan.aoc(chunk.combo(i)),
                chunk.numbers[i],
                text ? chunk.columns.textOf(chunk.row(i)) : null);
          }
        });
  }
}
