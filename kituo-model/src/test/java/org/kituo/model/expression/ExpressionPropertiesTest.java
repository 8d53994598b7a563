package org.kituo.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertiesTest {
  private static final SourceRange NONE = new SourceRange(0, 0);

  @Property(tries = 2000)
  void printedTreesParseBackEqual(@ForAll("numbers") Node tree) {
    Expression parsed = ExpressionTest.indicator(Trees.print(tree));
    assertThat(Trees.withoutRanges(parsed.root())).isEqualTo(tree);
  }

  @Property(tries = 2000)
  void evaluatesLikeTheReference(
      @ForAll("numbers") Node tree,
      @ForAll MissingValueStrategy strategy,
      @ForAll("values") List<Double> values) {
    Expression expression = ExpressionTest.indicator(Trees.print(tree));
    CompiledExpression compiled = expression.compile();
    ReferenceEvaluation reference = new ReferenceEvaluation(compiled.items(), values);
    double[] row = new double[compiled.items().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values.get(i);
    }
    // Boxed and without the sign of zero: equals, unlike ==, finds NaN equal to itself.
    assertThat((Object) (compiled.number(Values.of(row), strategy) + 0.0))
        .isEqualTo(reference.number(expression.root(), strategy) + 0.0);
  }

  @Property(tries = 5000)
  void anyTextGivesAResult(@ForAll("texts") String text, @ForAll ParseType type) {
    switch (Expression.parse(text, type)) {
      case ParseResult.Success(Expression expression) -> {
        expression.items();
        expression.compile();
        assertThat(expression.rewrite(Reference::uid)).isEqualTo(text);
        assertThat(expression.describe(r -> java.util.Optional.of("name"))).isPresent();
      }
      case ParseResult.Failure failure ->
          assertThat(failure.position()).isBetween(0, text.length());
    }
  }

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.of(Double.NaN, -2.0, 0.0, 1.0, 1.5, 60.0).list().ofSize(12);
  }

  /** Noise, and scraps of the language in any order. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> scraps =
        Arbitraries.of(
                "#{AgvDe000001}",
                "#{",
                "}",
                "C{AgvCon00001}",
                "[days]",
                "(",
                ")",
                ",",
                " ",
                "+",
                "-",
                "*",
                "/",
                "^",
                "!",
                "not",
                "and",
                "||",
                "==",
                "<",
                "if(",
                "isNull(",
                "is(",
                " in ",
                "avg(",
                "subExpression(",
                "orgUnit.group(",
                "AgvOug00001",
                ".periodOffset(",
                ".minDate(",
                "2020-01-01",
                "1",
                "2.5",
                ".",
                "'a'",
                "\"",
                "\\",
                "true",
                "null",
                "#{AgvDe000001.*.AgvKA000001}",
                "deGroup:",
                "N{AgvIn000001}",
                "\n")
            .list()
            .ofMaxSize(12)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(scraps, scraps, Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<Node> numbers() {
    return number(3);
  }

  private Arbitrary<Node> number(int depth) {
    Arbitrary<Node> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, 1.0, 2.0, 0.5, 60.0).map(n -> new Node.NumberLiteral(n, NONE)),
            item(),
            item(),
            Arbitraries.just(new Node.NullLiteral(NONE)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Node> deeper = Arbitraries.lazy(() -> number(depth - 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(2, leaf),
        net.jqwik.api.Tuple.of(3, chain(deeper, BinaryOperator.PLUS, BinaryOperator.MINUS)),
        net.jqwik.api.Tuple.of(
            3,
            chain(deeper, BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE, BinaryOperator.MODULUS)),
        net.jqwik.api.Tuple.of(
            1, Combinators.combine(deeper, deeper).as((a, b) -> new Node.Power(a, b, NONE))),
        net.jqwik.api.Tuple.of(1, deeper.map(a -> new Node.Unary(UnaryOperator.MINUS, a, NONE))),
        net.jqwik.api.Tuple.of(
            2, deeper.map(a -> new Node.Modified(a, new Modifier.PeriodOffset(-1), NONE))),
        net.jqwik.api.Tuple.of(
            2,
            Combinators.combine(bool(depth - 1), deeper, deeper)
                .as((t, a, b) -> new Node.Call(Function.IF, List.of(t, a, b), NONE))),
        net.jqwik.api.Tuple.of(
            2,
            deeper
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(arguments ->
                    Arbitraries.of(Function.FIRST_NON_NULL, Function.GREATEST, Function.LEAST)
                        .map(f -> new Node.Call(f, arguments, NONE)))),
        net.jqwik.api.Tuple.of(
            1, deeper.map(a -> new Node.Call(Function.REMOVE_ZEROS, List.of(a), NONE))));
  }

  private Arbitrary<Node> bool(int depth) {
    Arbitrary<Node> number = Arbitraries.lazy(() -> number(Math.max(0, depth)));
    Arbitrary<Node> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(true, false).map(b -> new Node.BooleanLiteral(b, NONE)),
            number.map(a -> new Node.Call(Function.IS_NULL, List.of(a), NONE)),
            chain(number, BinaryOperator.LESS, BinaryOperator.GREATER_OR_EQUAL),
            chain(number, BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL));
    if (depth <= 0) {
      return leaf;
    }
    Arbitrary<Node> deeper = Arbitraries.lazy(() -> bool(depth - 1));
    return Arbitraries.oneOf(
        leaf,
        deeper.map(a -> new Node.Unary(UnaryOperator.NOT, a, NONE)),
        chain(deeper, BinaryOperator.AND),
        chain(deeper, BinaryOperator.OR));
  }

  private static Arbitrary<Node> item() {
    return Arbitraries.of("AgvDe000001", "AgvDe000002", "AgvDe000003")
        .map(uid ->
            new Node.ItemNode(
                new Item.DataElements(
                    new ElementSelector.Element(uid),
                    OptionSelector.Any.UNSAID,
                    OptionSelector.Any.UNSAID),
                List.of(new Reference(Reference.Kind.DATA_ELEMENT, uid, NONE)),
                NONE));
  }

  private static Arbitrary<Node> chain(Arbitrary<Node> operand, BinaryOperator... operators) {
    Arbitrary<Node.Step> step =
        Combinators.combine(Arbitraries.of(operators), operand).as(Node.Step::new);
    return Combinators.combine(operand, step.list().ofMinSize(1).ofMaxSize(3))
        .as((first, rest) -> new Node.Chain(first, new ArrayList<>(rest), NONE));
  }
}
