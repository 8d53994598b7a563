package org.kituo.model.expression;

import java.util.stream.Collectors;

/** Writes trees as text, with no more parentheses than needed, and forgets positions. */
final class Trees {
  private static final SourceRange NONE = new SourceRange(0, 0);
  private static final int UNARY = 6;
  private static final int POWER = 7;
  private static final int OPERAND = 8;

  private Trees() {}

  static String print(Node node) {
    return print(node, 0);
  }

  /** The text, in parentheses when the node binds less tightly than its place demands. */
  private static String print(Node node, int needed) {
    return binding(node) < needed ? "(" + bare(node) + ")" : bare(node);
  }

  private static int binding(Node node) {
    return switch (node) {
      case Node.Chain chain -> chain.rest().getFirst().operator().level().ordinal();
      case Node.Unary unary -> UNARY;
      case Node.Power power -> POWER;
      default -> OPERAND;
    };
  }

  private static String bare(Node node) {
    return switch (node) {
      case Node.NumberLiteral(double value, SourceRange r) -> Double.toString(value);
      case Node.TextLiteral(String value, SourceRange r) -> "'" + value + "'";
      case Node.BooleanLiteral(boolean value, SourceRange r) -> Boolean.toString(value);
      case Node.NullLiteral n -> "null";
      case Node.ItemNode item -> "#{" + item.references().getFirst().uid() + "}";
      case Node.Modified(Node operand, Modifier.PeriodOffset(int periods), SourceRange r) ->
          print(operand, OPERAND) + ".periodOffset(" + periods + ")";
      case Node.Unary unary -> unary.operator().token() + print(unary.operand(), UNARY);
      case Node.Power power -> print(power.base(), OPERAND) + "^" + print(power.exponent(), UNARY);
      case Node.Chain chain -> {
        int tighter = binding(chain) + 1;
        yield print(chain.first(), tighter)
            + chain.rest().stream()
                .map(step -> step.operator().token() + " " + print(step.operand(), tighter))
                .collect(Collectors.joining());
      }
      case Node.Call call ->
          call.arguments().stream()
              .map(Trees::print)
              .collect(Collectors.joining(", ", call.function().token() + "(", ")"));
      default -> throw new IllegalArgumentException("Not generated here: " + node);
    };
  }

  static Node withoutRanges(Node node) {
    return switch (node) {
      case Node.NumberLiteral n -> new Node.NumberLiteral(n.value(), NONE);
      case Node.TextLiteral t -> new Node.TextLiteral(t.value(), NONE);
      case Node.BooleanLiteral b -> new Node.BooleanLiteral(b.value(), NONE);
      case Node.NullLiteral n -> new Node.NullLiteral(NONE);
      case Node.ItemNode i ->
          new Node.ItemNode(
              i.item(),
              i.references().stream().map(r -> new Reference(r.kind(), r.uid(), NONE)).toList(),
              NONE);
      case Node.Modified m -> new Node.Modified(withoutRanges(m.operand()), m.modifier(), NONE);
      case Node.SubExpression s -> new Node.SubExpression(withoutRanges(s.operand()), NONE);
      case Node.Unary u -> new Node.Unary(u.operator(), withoutRanges(u.operand()), NONE);
      case Node.Power p ->
          new Node.Power(withoutRanges(p.base()), withoutRanges(p.exponent()), NONE);
      case Node.Chain c ->
          new Node.Chain(
              withoutRanges(c.first()),
              c.rest().stream()
                  .map(s -> new Node.Step(s.operator(), withoutRanges(s.operand())))
                  .toList(),
              NONE);
      case Node.Call c ->
          new Node.Call(
              c.function(), c.arguments().stream().map(Trees::withoutRanges).toList(), NONE);
    };
  }
}
