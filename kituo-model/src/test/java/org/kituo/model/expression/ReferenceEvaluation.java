package org.kituo.model.expression;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The semantics once more, written for reading: boxed values, null for missing, counters for the
 * missing value strategy, no preparation.
 */
final class ReferenceEvaluation {
  private final List<QualifiedItem> items;
  private final List<Double> values;
  private int found;
  private int present;

  ReferenceEvaluation(List<QualifiedItem> items, List<Double> values) {
    this.items = items;
    this.values = values;
  }

  double number(Node root, MissingValueStrategy strategy) {
    count(root, 0);
    boolean skip =
        switch (strategy) {
          case SKIP_IF_ANY_VALUE_MISSING -> present < found;
          case SKIP_IF_ALL_VALUES_MISSING -> found > 0 && present == 0;
          case NEVER_SKIP -> false;
        };
    Double value = skip ? null : asNumber(evaluate(root, 0, false));
    return value == null || value.isInfinite() ? Double.NaN : value;
  }

  /** Counts the items outside of lenient places. */
  private void count(Node node, int offset) {
    switch (node) {
      case Node.ItemNode item -> {
        found++;
        present += item(item, offset) == null ? 0 : 1;
      }
      case Node.Modified modified -> count(modified.operand(), offset - 1);
      case Node.Call call when call.function() == Function.IF ->
          count(call.arguments().getFirst(), offset);
      case Node.Call call
          when call.function() == Function.IS_NULL
              || call.function() == Function.FIRST_NON_NULL -> {}
      default -> node.children().forEach(child -> count(child, offset));
    }
  }

  private @Nullable Object item(Node.ItemNode item, int offset) {
    Modifiers modifiers =
        offset == 0 ? Modifiers.NONE : Modifiers.NONE.with(new Modifier.PeriodOffset(offset));
    double value = values.get(items.indexOf(new QualifiedItem(item.item(), modifiers)));
    return Double.isNaN(value) ? null : (Object) value;
  }

  private @Nullable Object evaluate(Node node, int offset, boolean lenient) {
    return switch (node) {
      case Node.NumberLiteral(double value, SourceRange r) -> value;
      case Node.BooleanLiteral(boolean value, SourceRange r) -> value;
      case Node.NullLiteral n -> null;
      case Node.ItemNode item -> {
        Object value = item(item, offset);
        yield value == null && !lenient ? (Object) 0.0 : value;
      }
      case Node.Modified modified -> evaluate(modified.operand(), offset - 1, lenient);
      case Node.Unary unary -> {
        Object value = evaluate(unary.operand(), offset, lenient);
        yield value == null
            ? null
            : unary.operator() == UnaryOperator.NOT ? (Object) !asBoolean(value) : -(double) value;
      }
      case Node.Power power ->
          binary(
              BinaryOperator.POWER,
              evaluate(power.base(), offset, lenient),
              evaluate(power.exponent(), offset, lenient));
      case Node.Chain chain -> {
        Object result = evaluate(chain.first(), offset, lenient);
        for (Node.Step step : chain.rest()) {
          result = binary(step.operator(), result, evaluate(step.operand(), offset, lenient));
        }
        yield result;
      }
      case Node.Call call -> call(call, offset, lenient);
      default -> throw new IllegalArgumentException("Not generated here: " + node);
    };
  }

  private @Nullable Object call(Node.Call call, int offset, boolean lenient) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case IF -> {
        Object test = evaluate(arguments.get(0), offset, lenient);
        yield test == null ? null : evaluate(arguments.get(asBoolean(test) ? 1 : 2), offset, true);
      }
      case IS_NULL -> evaluate(arguments.getFirst(), offset, true) == null;
      case FIRST_NON_NULL ->
          arguments.stream()
              .flatMap(argument -> Stream.ofNullable(evaluate(argument, offset, true)))
              .findFirst()
              .orElse(null);
      case GREATEST -> numbers(arguments, offset, lenient).reduce(Math::max).orElse(null);
      case LEAST -> numbers(arguments, offset, lenient).reduce(Math::min).orElse(null);
      case REMOVE_ZEROS -> {
        Object value = evaluate(arguments.getFirst(), offset, lenient);
        yield value == null || (double) value == 0 ? null : value;
      }
      default -> throw new IllegalArgumentException("Not generated here: " + call);
    };
  }

  private Stream<Double> numbers(List<Node> arguments, int offset, boolean lenient) {
    return arguments.stream()
        .flatMap(argument -> Stream.ofNullable(asNumber(evaluate(argument, offset, lenient))));
  }

  private static @Nullable Object binary(
      BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
    if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
      Boolean decides = operator == BinaryOperator.OR;
      if (decides.equals(left) || decides.equals(right)) {
        return decides;
      }
      return left == null || right == null ? null : !decides;
    }
    if (left == null || right == null) {
      return null;
    }
    Double a = asNumber(left);
    Double b = asNumber(right);
    if (a == null || b == null) {
      return null;
    }
    Object result =
        switch (operator) {
          case PLUS -> a + b;
          case MINUS -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> b == 0 ? Double.NaN : a / b;
          case MODULUS -> a % b;
          case POWER -> Double.isInfinite(Math.pow(a, b)) ? Double.NaN : Math.pow(a, b);
          case LESS -> a < b;
          case GREATER_OR_EQUAL -> a >= b;
          case EQUAL -> a.doubleValue() == b.doubleValue();
          case NOT_EQUAL -> a.doubleValue() != b.doubleValue();
          default -> throw new IllegalArgumentException("Not generated here: " + operator);
        };
    return result instanceof Double number && number.isNaN() ? null : result;
  }

  private static @Nullable Double asNumber(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean bool -> bool ? 1.0 : 0.0;
      default -> (Double) value;
    };
  }

  private static boolean asBoolean(Object value) {
    return value instanceof Boolean bool ? bool : (double) value != 0;
  }
}
