package org.kituo.data.prediction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Figures;
import org.kituo.data.evaluation.Figures.Cell;
import org.kituo.data.evaluation.ItemValues;
import org.kituo.data.evaluation.Place;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ForEach;
import org.kituo.model.expression.MissingValueStrategy;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.Values;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.period.Period;

/**
 * A predictor ready to predict at any number of places. What stands inside of an aggregate function
 * is read in the sample periods, all else in the output period. Sample periods for which the skip
 * test holds are left out.
 */
final class CompiledPredictor {
  private static final int DIGITS = 4;

  private final CompiledExpression generator;
  private final MissingValueStrategy strategy;
  private final @Nullable CompiledExpression skipTest;
  private final SamplePeriods samples;
  private final DataElement output;
  private final ItemValues values;

  private CompiledPredictor(
      CompiledExpression generator,
      MissingValueStrategy strategy,
      @Nullable CompiledExpression skipTest,
      SamplePeriods samples,
      DataElement output,
      ItemValues values) {
    this.generator = generator;
    this.strategy = strategy;
    this.skipTest = skipTest;
    this.samples = samples;
    this.output = output;
    this.values = values;
  }

  /**
   * A predictor with its output; empty if its expressions are not well-formed.
   *
   * @param forEach what the generator says of members of a group, of which the output is one; null
   *     for an ordinary generator
   */
  static Optional<CompiledPredictor> of(
      Predictor predictor, DataElement output, @Nullable ForEach forEach, ItemValues values) {
    org.kituo.model.metadata.Expression generator = predictor.generator();
    CompiledExpression compiled =
        generator == null
            ? null
            : compiled(
                forEach == null ? generator.expression() : forEach.body(),
                ParseType.PREDICTOR,
                output,
                forEach);
    if (generator == null || compiled == null) {
      return Optional.empty();
    }
    org.kituo.model.metadata.Expression skipTest = predictor.sampleSkipTest();
    return Optional.of(
        new CompiledPredictor(
            compiled,
            generator.missingValueStrategy() == null
                ? MissingValueStrategy.SKIP_IF_ALL_VALUES_MISSING
                : MissingValueStrategy.valueOf(generator.missingValueStrategy().name()),
            skipTest == null
                ? null
                : compiled(skipTest.expression(), ParseType.PREDICTOR_SKIP_TEST, output, forEach),
            SamplePeriods.of(predictor),
            output,
            values));
  }

  private static @Nullable CompiledExpression compiled(
      @Nullable String text, ParseType type, DataElement member, @Nullable ForEach forEach) {
    return text != null
            && Expression.parse(forEach == null ? text : forEach.with(text, member.uid()), type)
                instanceof ParseResult.Success success
        ? success.expression().compile()
        : null;
  }

  /** The keys of the data elements that are read. */
  Set<Integer> elements() {
    Set<Integer> elements = new LinkedHashSet<>(values.elements(generator));
    if (skipTest != null) {
      elements.addAll(values.elements(skipTest));
    }
    return elements;
  }

  /** The periods that are read to predict for one. */
  List<Period> periods(Period outputPeriod) {
    List<Period> periods = new ArrayList<>(samples.before(outputPeriod));
    periods.add(outputPeriod);
    return periods;
  }

  /**
   * The prediction at a place, as it is kept; empty if there is none.
   *
   * @param combo the only cell to read; 0 for all
   */
  Optional<String> predict(Figures figures, Place place, Period period, int combo) {
    Figures read = combo == 0 ? figures : only(figures, place, period, combo);
    List<Values> found = new ArrayList<>();
    for (Period sample : samples.before(period)) {
      Place there = place.in(sample.key());
      if (!isSkipped(read, there)) {
        found.add(Values.of(generator.items(), item -> values.value(item, read, there)));
      }
    }
    double number =
        generator.number(
            Values.of(generator.items(), item -> values.value(item, read, place), found), strategy);
    return Double.isNaN(number) ? Optional.empty() : Optional.ofNullable(text(number));
  }

  /** The figures of one cell alone. */
  private Figures only(Figures figures, Place place, Period period, int combo) {
    Figures read = new Figures();
    for (Period each : periods(period)) {
      Place there = place.in(each.key());
      for (Map.Entry<Cell, String> cell : figures.at(there).entrySet()) {
        if (cell.getKey().categoryOptionCombo() == combo) {
          read.add(there, cell.getKey(), cell.getValue());
        }
      }
    }
    return read;
  }

  private boolean isSkipped(Figures figures, Place place) {
    return skipTest != null
        && Boolean.TRUE.equals(
            skipTest.test(
                Values.of(skipTest.items(), item -> values.value(item, figures, place)),
                MissingValueStrategy.NEVER_SKIP));
  }

  /**
   * Whole numbers for whole outputs, else four digits, but no digit before the point is lost; zeros
   * only where they matter.
   */
  private @Nullable String text(double number) {
    ValueType type = output.valueType();
    boolean whole =
        type == ValueType.INTEGER
            || type == ValueType.INTEGER_POSITIVE
            || type == ValueType.INTEGER_NEGATIVE
            || type == ValueType.INTEGER_ZERO_OR_POSITIVE;
    double kept = whole ? Math.round(number) : rounded(new BigDecimal(number));
    if (kept == 0 && !output.zeroIsSignificant()) {
      return null;
    }
    return whole
        ? String.valueOf((long) kept)
        : new BigDecimal(String.valueOf(kept)).toPlainString();
  }

  private static double rounded(BigDecimal number) {
    int digits = Math.max(DIGITS, number.precision() - number.scale());
    return number.round(new MathContext(digits)).doubleValue();
  }
}
