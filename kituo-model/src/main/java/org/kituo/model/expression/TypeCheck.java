package org.kituo.model.expression;

import org.kituo.model.expression.BinaryOperator.Level;

/**
 * Finds places where a value can never become what is needed there. Items and null may be anything.
 * Numbers serve as booleans, text as whatever it spells; a boolean is not a number.
 */
final class TypeCheck {
  private TypeCheck() {}

  /** The type of the node; throws at the first operand that does not fit its operator. */
  static ValueType typeOf(Node node) {
    return switch (node) {
      case Node.NumberLiteral n -> ValueType.NUMBER;
      case Node.TextLiteral t -> ValueType.TEXT;
      case Node.BooleanLiteral b -> ValueType.BOOLEAN;
      case Node.NullLiteral n -> ValueType.ANY;
      case Node.ItemNode item ->
          item.item() instanceof Item.OrgUnitTest ? ValueType.BOOLEAN : ValueType.ANY;
      case Node.Modified modified -> typeOf(modified.operand());
      case Node.SubExpression sub -> {
        requireNumber(sub.operand());
        yield ValueType.ANY;
      }
      case Node.Unary unary -> typeOf(unary);
      case Node.Power power -> {
        requireNumber(power.base());
        requireNumber(power.exponent());
        yield ValueType.NUMBER;
      }
      case Node.Chain chain -> typeOf(chain);
      case Node.Call call -> typeOf(call);
    };
  }

  static void requireNumber(Node node) {
    ValueType type = typeOf(node);
    if (type == ValueType.BOOLEAN
        || (node instanceof Node.TextLiteral(String text, SourceRange r)
            && Double.isNaN(Conversion.number(text)))) {
      throw new ParseException(node.range().start(), "A number is needed here");
    }
  }

  static void requireBoolean(Node node) {
    typeOf(node);
    if (node instanceof Node.TextLiteral(String text, SourceRange r)
        && Conversion.truth(text) == Truth.UNKNOWN) {
      throw new ParseException(node.range().start(), "True or false is needed here");
    }
  }

  private static ValueType typeOf(Node.Unary unary) {
    if (unary.operator() == UnaryOperator.NOT) {
      requireBoolean(unary.operand());
      return ValueType.BOOLEAN;
    }
    requireNumber(unary.operand());
    return ValueType.NUMBER;
  }

  private static ValueType typeOf(Node.Chain chain) {
    Level level = chain.rest().getFirst().operator().level();
    for (Node operand : chain.children()) {
      switch (level) {
        case SUM, PRODUCT, POWER -> requireNumber(operand);
        case AND, OR -> requireBoolean(operand);
        case ORDER, EQUALITY -> typeOf(operand);
      }
    }
    return level == Level.SUM || level == Level.PRODUCT ? ValueType.NUMBER : ValueType.BOOLEAN;
  }

  private static ValueType typeOf(Node.Call call) {
    switch (call.function()) {
      case IF -> {
        requireBoolean(call.arguments().get(0));
        return typeOf(call.arguments().get(1)).or(typeOf(call.arguments().get(2)));
      }
      case FIRST_NON_NULL -> {
        ValueType type = typeOf(call.arguments().getFirst());
        for (int i = 1; i < call.arguments().size(); i++) {
          type = type.or(typeOf(call.arguments().get(i)));
        }
        return type;
      }
      case IS, IS_NULL, IS_NOT_NULL, CONTAINS, CONTAINS_ITEMS -> {
        for (Node argument : call.arguments()) {
          typeOf(argument);
        }
        return ValueType.BOOLEAN;
      }
      default -> {
        boolean any = call.function().ofPrograms();
        for (Node argument : call.arguments()) {
          if (any) {
            typeOf(argument);
          } else {
            requireNumber(argument);
          }
        }
        return any ? ValueType.ANY : ValueType.NUMBER;
      }
    }
  }
}
