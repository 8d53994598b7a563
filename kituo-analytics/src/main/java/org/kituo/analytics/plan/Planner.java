package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.kituo.analytics.engine.Facts;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsSettings;

/**
 * Answers questions. First it is found out which figures each item needs ({@link FigurePlan}), then
 * the engine is called for all of them, then values are computed for each place that has data. The
 * work grows with the data and the answer, not with the metadata there are.
 */
public final class Planner {
  private final Expressions expressions = new Expressions();
  private final Registers registers;

  /**
   * @param registers what is not among the facts
   */
  public Planner(Registers registers) {
    this.registers = registers;
  }

  /**
   * Answers a question.
   *
   * @param query the question
   * @param units the tree of the question's snapshot
   * @param facts what is known
   * @param settings of the system
   * @throws AnalyticsException if it cannot be answered
   */
  public Answer answer(
      AnalyticsQuery query, UnitAxes units, Facts facts, AnalyticsSettings settings) {
    Axes axes = new Axes(query, units);
    List<Result> results = new ArrayList<>();
    if (!query.request().presentation().skipData()) {
      FigurePlan plan =
          new FigurePlan(query, axes, expressions, facts, registers, settings.includeZeros());
      List<Subject> subjects = Subject.of(query, plan);
      plan.run();
      new Answering(query, axes.space(), settings).answer(subjects, results);
    }
    return new Answer(query, axes.space(), results, facts.asOf());
  }

  /** Computes the values of one answer. */
  private record Answering(AnalyticsQuery query, Space space, AnalyticsSettings settings) {

    void answer(List<Subject> subjects, List<Result> results) {
      Rounding rounding = new Rounding(query.request().presentation().skipRounding());
      int columns = query.columns().size();
      for (Subject subject : subjects) {
        for (int column = 0; column < columns; column++) {
          int of = column;
          places(subject, of)
              .mapToObj(place -> subject.result(of, place, rounding))
              .flatMap(Optional::stream)
              .filter(this::shown)
              .forEach(results::add);
          requireLimit(results);
        }
      }
      query.request().presentation().order().ifPresent(order -> sort(results, order));
    }

    private boolean shown(Result result) {
      return query.request().aggregation().after().isEmpty()
          || query.request().aggregation().after().hold(result.number());
    }

    private LongStream places(Subject subject, int column) {
      if (subject.everywhere()) {
        requireLimit(space.places());
        return LongStream.range(0, space.places());
      }
      LongStream.Builder places = LongStream.builder();
      subject.figures().places(column, places::add);
      return places.build().sorted().distinct();
    }

    private void requireLimit(List<Result> results) {
      requireLimit(results.size());
    }

    private void requireLimit(long rows) {
      int max = settings.maxRows();
      if (max > 0 && rows > max && !query.request().aggregation().ignoreLimit()) {
        throw new AnalyticsException(
            "E7128", "Query result set exceeds max limit: `%d`".formatted(max));
      }
    }

    private static void sort(List<Result> results, AnalyticsRequest.Order order) {
      Comparator<Result> byValue = Comparator.comparingDouble(Result::number);
      results.sort(order == AnalyticsRequest.Order.ASC ? byValue : byValue.reversed());
    }
  }
}
