package org.kituo.analytics.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;

/** Compiles expressions, and remembers those that are used. */
final class Expressions {
  private static final int KEPT = 20_000;

  private final Cache<String, CompiledExpression> compiled =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * The compiled form of a text.
   *
   * @param owner whose expression it is, for messages
   */
  CompiledExpression compile(String text, String owner) {
    CompiledExpression known = compiled.getIfPresent(text);
    if (known == null) {
      known =
          switch (Expression.parse(text, ParseType.INDICATOR)) {
            case ParseResult.Success(Expression expression) -> expression.compile();
            case ParseResult.Failure(int position, String reason) ->
                throw new AnalyticsException(
                    "E7137",
                    "The expression of `%s` is not well-formed: %s (character %d)"
                        .formatted(owner, reason, position + 1));
          };
      compiled.put(text, known);
    }
    return known;
  }
}
