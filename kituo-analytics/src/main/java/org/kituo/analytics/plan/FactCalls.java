package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Cells;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.engine.Measure;
import org.kituo.analytics.engine.Window;
import org.kituo.analytics.time.ShiftedColumns;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.analytics.time.Windows;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.period.PeriodType;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The calls of the engine that a question needs, each made once. All option combos of a data
 * element that are asked for, by whatever items and indicators, are read by one call, as an axis of
 * their own.
 *
 * <p>Figures are handed out before the calls are made, and have values after {@link #run}.
 */
final class FactCalls {
  private final MetadataSnapshot snapshot;
  private final Axes axes;
  private final List<TimeColumn> columns;
  private final ApprovedFacts approved;
  private final boolean keepZeros;
  private final Map<Reading, Call> calls = new LinkedHashMap<>();

  /**
   * @param columns the columns of time of the answer
   * @param approved which single facts count
   * @param keepZeros whether zeros that are significant are kept
   */
  FactCalls(
      MetadataSnapshot snapshot,
      Axes axes,
      List<TimeColumn> columns,
      ApprovedFacts approved,
      boolean keepZeros) {
    this.snapshot = snapshot;
    this.axes = axes;
    this.columns = columns;
    this.approved = approved;
    this.keepZeros = keepZeros;
  }

  /** One call and what came of it. */
  private static final class Call {
    final Map<OptionSelector, Integer> selectors = new LinkedHashMap<>();
    List<Cells> cells = List.of();

    int index(OptionSelector selector) {
      return selectors.computeIfAbsent(selector, s -> selectors.size());
    }
  }

  /** The values of a data element for some of its option combos. */
  Figures figures(Reading reading, OptionSelector combos) {
    Call call = calls.computeIfAbsent(reading, r -> new Call());
    return new Promise(call, call.index(combos), reading.factor());
  }

  /** Figures of a call that is still to be made. */
  private static final class Promise implements Figures {
    private final Call call;
    private final int index;
    private final double factor;
    private @Nullable CellFigures made;

    Promise(Call call, int index, double factor) {
      this.call = call;
      this.index = index;
      this.factor = factor;
    }

    private CellFigures made() {
      CellFigures figures = made;
      if (figures == null) {
        figures = new CellFigures(call.cells, call.selectors.size(), index, factor);
        made = figures;
      }
      return figures;
    }

    @Override
    public double at(int column, long place) {
      return made().at(column, place);
    }

    @Override
    public @Nullable String text(int column, long place) {
      return made().text(column, place);
    }

    @Override
    public void places(int column, LongConsumer sink) {
      made().places(column, sink);
    }
  }

  /** Makes all calls. */
  void run(Facts facts) {
    calls.forEach((reading, call) -> {
      int subject = snapshot.key(DataElement.class, reading.element().uid());
      List<Window> windows = windows(reading, facts.periods(subject));
      call.cells =
          facts.aggregate(measure(reading, subject, windows), windows, axes(reading, call));
    });
  }

  private Measure measure(Reading reading, int subject, List<Window> windows) {
    return new Measure(
        subject,
        reading.aggregation(),
        reading.reading(),
        reading.zeros(keepZeros),
        approved.condition(reading.element(), periods(windows)));
  }

  /** The periods whose facts count in any column. */
  static int[] periods(List<Window> windows) {
    return windows.stream()
        .flatMap(window -> window.spans().stream())
        .mapToInt(Window.Span::period)
        .sorted()
        .distinct()
        .toArray();
  }

  private List<Window> windows(Reading reading, int[] dataPeriods) {
    return new Windows(
            snapshot.calendar(),
            reading.periods(),
            ShiftedColumns.limits(reading.modifiers()),
            collected(reading.element()),
            dataPeriods)
        .of(ShiftedColumns.of(columns, reading.modifiers()));
  }

  /** The type of periods for which a data element is collected: the most frequent one. */
  private Optional<PeriodType> collected(DataElement element) {
    return snapshot.referrers(element, DataSet.class, "dataSetElements").stream()
        .flatMap(set -> Optional.ofNullable(set.periodType()).stream())
        .flatMap(type -> PeriodType.ofApiName(type).stream())
        .min(Comparator.comparingInt(PeriodType::frequencyOrder));
  }

  private List<Axis> axes(Reading reading, Call call) {
    List<Axis> all = new ArrayList<>(axes.ofElement(reading.element().aggregationLevels()));
    if (reading.attributeCombos() != OptionSelector.Any.UNSAID) {
      all.add(
          new Axis(
              1,
              Layers.merged(
                  Source.ATTRIBUTE_OPTION_COMBO, List.of(keys(reading.attributeCombos())))));
    }
    if (reading.byUnit()) {
      all.add(axes.ownUnits());
    }
    if (reading.someCombos()) {
      List<int[]> keys = call.selectors.keySet().stream().map(this::keys).toList();
      all.add(new Axis(keys.size(), Layers.of(Source.CATEGORY_OPTION_COMBO, keys)));
    }
    return all;
  }

  private int[] keys(OptionSelector selector) {
    return switch (selector) {
      case OptionSelector.Any any -> new int[0];
      case OptionSelector.Combo(String uid) ->
          snapshot.find(CategoryOptionCombo.class, uid).stream().mapToInt(snapshot::key).toArray();
      case OptionSelector.WithOption(String uid) -> withOption(uid).sorted().distinct().toArray();
      case OptionSelector.InGroups(List<String> uids) -> inGroups(uids);
    };
  }

  private IntStream withOption(String uid) {
    return snapshot.find(CategoryOption.class, uid).stream()
        .flatMap(option ->
            snapshot.referrers(option, CategoryOptionCombo.class, "categoryOptions").stream())
        .mapToInt(snapshot::key);
  }

  private int[] inGroups(List<String> uids) {
    List<int[]> sets =
        uids.stream()
            .map(uid ->
                snapshot.find(CategoryOptionGroup.class, uid).stream()
                    .flatMap(group -> group.categoryOptions().stream())
                    .flatMapToInt(option -> withOption(option.id()))
                    .sorted()
                    .distinct()
                    .toArray())
            .toList();
    return sets.stream()
        .reduce((one, other) ->
            IntStream.of(one).filter(key -> Arrays.binarySearch(other, key) >= 0).toArray())
        .orElse(new int[0]);
  }
}
