package org.kituo.bench.micro;

import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.MissingValueStrategy;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.Values;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading and computing the numerator of an indicator as packages have them. */
@State(Scope.Benchmark)
public class ExpressionBenchmark {
  private static final String TEXT =
      "if(#{fbfJHSPpUQD.pq2XI5kz2BY} + #{fbfJHSPpUQD.PT59n8BQbqM} > 0,"
          + " 100 * #{cYeuwXTCPkU.pq2XI5kz2BY} / (#{cYeuwXTCPkU.PT59n8BQbqM} + C{Gfd3ppDfq8E}), 0)";

  private final CompiledExpression compiled = read().compile();
  private final Values values = Values.of(12, 30, 4, 7, 1.5);

  private static Expression read() {
    if (Expression.parse(TEXT, ParseType.INDICATOR) instanceof ParseResult.Success success) {
      return success.expression();
    }
    throw new IllegalStateException(TEXT);
  }

  /** Reads the text. */
  @Benchmark
  public Expression parse() {
    return read();
  }

  /** Computes the value. */
  @Benchmark
  public double value() {
    return compiled.number(values, MissingValueStrategy.NEVER_SKIP);
  }
}
