package org.kituo.analytics.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Aggregation.Across;
import org.kituo.analytics.engine.Aggregation.InSeries;
import org.kituo.analytics.engine.Measure.Reading;
import org.kituo.analytics.engine.Window.Span;
import org.kituo.store.datavalue.DataValueFeed;

/**
 * The contract once more, as plainly as it can be said: reads all facts each time, and goes through
 * them one by one. For tests to compare with.
 */
public final class NaiveEngine implements AnalyticsEngine {
  private final DataValueFeed feed;

  /** Reads from a feed. */
  public NaiveEngine(DataValueFeed feed) {
    this.feed = feed;
  }

  /** One fact, by the keys that it names things with. */
  public record Fact(int subject, int period, int unit, int coc, int aoc, String value) {}

  /** A fact that counts in a cell; number is NaN where values are read as text. */
  private record Counted(long place, int order, double weight, Fact fact, double number) {
    Counted unweighted() {
      return new Counted(place, order, 1, fact, number);
    }

    double weighted() {
      return number * weight;
    }
  }

  private record Unit(long place, int unit) {}

  private record Series(long place, int unit, int coc, int aoc) {}

  @Override
  public Facts facts() {
    List<Fact> facts = new ArrayList<>();
    try {
      feed.all((subject, period, unit, coc, aoc, value, deleted) -> {
        if (value != null) {
          facts.add(new Fact(subject, period, unit, coc, aoc, value));
        }
      });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new State(facts, Instant.now());
  }

  /** Some facts, for tests without a database. */
  public static Facts of(List<Fact> facts) {
    return new State(List.copyOf(facts), Instant.EPOCH);
  }

  @Override
  public void close() {}

  private record State(List<Fact> all, Instant asOf) implements Facts {
    @Override
    public int[] periods(int subject) {
      return all.stream()
          .filter(fact -> fact.subject == subject)
          .mapToInt(Fact::period)
          .sorted()
          .distinct()
          .toArray();
    }

    @Override
    public long version() {
      return all.hashCode();
    }

    @Override
    public long version(int subject) {
      return all.stream().filter(fact -> fact.subject == subject).toList().hashCode();
    }

    @Override
    public List<Cells> aggregate(Measure measure, List<Window> windows, List<Axis> axes) {
      if (measure.reading() == Reading.TEXT && measure.aggregation().across() == Across.SUM) {
        throw new IllegalArgumentException("No sum of texts");
      }
      return windows.stream()
          .map(window -> (Cells) table(measure, counted(measure, window, axes)))
          .toList();
    }

    @Override
    public void scan(Measure measure, Window window, List<Axis> axes, FactSink sink) {
      for (Counted one : counted(measure, window, axes)) {
        Fact fact = one.fact;
        String text = measure.reading() == Reading.TEXT ? fact.value : null;
        sink.fact(one.place, fact.period, fact.unit, fact.coc, fact.aoc, one.number, text);
      }
    }

    private List<Counted> counted(Measure measure, Window window, List<Axis> axes) {
      List<Counted> counted = new ArrayList<>();
      for (int order = 0; order < window.spans().size(); order++) {
        Span span = window.spans().get(order);
        for (Fact fact : all) {
          if (fact.subject == measure.subject() && fact.period == span.period()) {
            double number = read(fact.value, measure.reading());
            if (counts(measure, fact, number)) {
              for (long place : places(fact, axes)) {
                counted.add(new Counted(place, order, span.weight(), fact, number));
              }
            }
          }
        }
      }
      return counted;
    }
  }

  private static boolean counts(Measure measure, Fact fact, double number) {
    return (measure.reading() == Reading.TEXT || !Double.isNaN(number))
        && (measure.zeros() || number != 0)
        && measure.condition().in(fact.period).hold(fact.unit, fact.aoc, number);
  }

  private static double read(String value, Reading reading) {
    if (reading == Reading.TEXT) {
      return Double.NaN;
    }
    if (reading == Reading.BOOLEAN && (value.equals("true") || value.equals("false"))) {
      return value.equals("true") ? 1 : 0;
    }
    return value.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?")
        ? Double.parseDouble(value)
        : Double.NaN;
  }

  private static Set<Long> places(Fact fact, List<Axis> axes) {
    Set<Long> places = new LinkedHashSet<>(Set.of(0L));
    for (Axis axis : axes) {
      Set<Long> next = new LinkedHashSet<>();
      for (Axis.Layer layer : axis.layers()) {
        int key =
            switch (layer.source()) {
              case ORG_UNIT -> fact.unit;
              case CATEGORY_OPTION_COMBO -> fact.coc;
              case ATTRIBUTE_OPTION_COMBO -> fact.aoc;
            };
        int item = layer.items().of(key);
        if (item >= 0) {
          places.forEach(place -> next.add(place * axis.size() + item));
        }
      }
      places = next;
    }
    return places;
  }

  private static Table table(Measure measure, List<Counted> counted) {
    Map<Long, List<Counted>> cells = new TreeMap<>();
    for (Counted one : inSeries(measure.aggregation().inSeries(), counted)) {
      cells.computeIfAbsent(one.place, place -> new ArrayList<>()).add(one);
    }
    Table table = new Table(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    boolean text =
        measure.reading() == Reading.TEXT && measure.aggregation().across() != Across.COUNT;
    cells.forEach((place, facts) -> {
      double number = across(measure.aggregation().across(), facts);
      if (text || !Double.isNaN(number)) {
        table.places.add(place);
        table.numbers.add(number);
        table.texts.add(text ? chosen(measure.aggregation().across(), facts).fact.value : null);
      }
    });
    return table;
  }

  private static Iterable<Counted> inSeries(InSeries how, List<Counted> counted) {
    if (how == InSeries.NONE) {
      return counted;
    }
    BinaryOperator<Counted> better =
        switch (how) {
          case LAST -> (a, b) -> b.order > a.order ? b : a;
          case FIRST -> (a, b) -> b.order < a.order ? b : a;
          case UNIT_MIN -> (a, b) -> b.number < a.number ? b : a;
          default -> (a, b) -> b.number > a.number ? b : a;
        };
    boolean byUnit = how == InSeries.UNIT_MIN || how == InSeries.UNIT_MAX;
    Map<Object, Counted> best = new LinkedHashMap<>();
    for (Counted one : counted) {
      Fact fact = one.fact;
      Object series =
          byUnit
              ? new Unit(one.place, fact.unit)
              : new Series(one.place, fact.unit, fact.coc, fact.aoc);
      best.merge(series, one.unweighted(), better);
    }
    return best.values();
  }

  private static double across(Across how, List<Counted> facts) {
    return switch (how) {
      case COUNT -> facts.size();
      case SUM -> sum(facts, false).doubleValue();
      case MEAN -> sum(facts, false).doubleValue() / sum(facts, true).doubleValue();
      case MIN -> facts.stream().mapToDouble(Counted::weighted).min().orElseThrow();
      case MAX -> facts.stream().mapToDouble(Counted::weighted).max().orElseThrow();
      case VARIANCE -> variance(facts);
      case STDDEV -> Math.sqrt(variance(facts));
      case FIRST, LAST, ANY -> chosen(how, facts).weighted();
    };
  }

  private static BigDecimal sum(List<Counted> facts, boolean weights) {
    return facts.stream()
        .map(fact -> new BigDecimal(weights ? fact.weight : fact.weighted()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of a sample; NaN where there is but one. */
  private static double variance(List<Counted> facts) {
    if (facts.size() < 2) {
      return Double.NaN;
    }
    BigDecimal count = BigDecimal.valueOf(facts.size());
    BigDecimal mean = sum(facts, false).divide(count, MathContext.DECIMAL128);
    return facts.stream()
        .map(fact -> new BigDecimal(fact.weighted()).subtract(mean).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static Counted chosen(Across how, List<Counted> facts) {
    Comparator<Counted> byTime = Comparator.comparingInt(Counted::order);
    return facts.stream()
        .min(
            (how == Across.LAST ? byTime.reversed() : byTime)
                .thenComparingInt(one -> one.fact.unit)
                .thenComparingInt(one -> one.fact.coc)
                .thenComparingInt(one -> one.fact.aoc))
        .orElseThrow();
  }

  private record Table(List<Long> places, List<Double> numbers, List<@Nullable String> texts)
      implements Cells {
    @Override
    public int count() {
      return places.size();
    }

    @Override
    public long place(int index) {
      return places.get(index);
    }

    @Override
    public double number(int index) {
      return numbers.get(index);
    }

    @Override
    public @Nullable String text(int index) {
      return texts.get(index);
    }

    @Override
    public double numberAt(long place) {
      Map<Long, Double> byPlace = new HashMap<>();
      places.forEach(known -> byPlace.put(known, numbers.get(places.indexOf(known))));
      return byPlace.getOrDefault(place, Double.NaN);
    }
  }
}
