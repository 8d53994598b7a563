package org.kituo.model.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.BinaryOperator.Level;

/**
 * Turns a tree into {@link Code}. Along the way down it carries the modifiers in effect and whether
 * the place is lenient: directly or indirectly in the argument of {@code isNull}, {@code isNotNull}
 * or {@code firstNonNull}, in a branch of {@code if} or in an aggregate over samples, a missing
 * item stays missing and does not count for the missing value strategy. (In an aggregate it does
 * count, as missing from all samples.)
 */
final class Compiler {
  private final Expression expression;
  private final Map<QualifiedItem, Integer> indexes = new LinkedHashMap<>();
  private final TreeSet<Integer> counted = new TreeSet<>();
  private final TreeSet<Integer> countedInSamples = new TreeSet<>();

  /** What holds for a place in the tree. */
  private record Place(Modifiers modifiers, boolean lenient, boolean inSamples) {
    Place asLenient() {
      return new Place(modifiers, true, inSamples);
    }

    Place asSample() {
      return new Place(modifiers, true, true);
    }

    Place with(Modifier modifier) {
      return new Place(modifiers.with(modifier), lenient, inSamples);
    }
  }

  private Compiler(Expression expression) {
    this.expression = expression;
    expression.items().forEach(item -> indexes.put(item, indexes.size()));
  }

  static CompiledExpression compile(Expression expression) {
    Compiler compiler = new Compiler(expression);
    Code code = compiler.code(expression.root(), new Place(Modifiers.NONE, false, false));
    return new CompiledExpression(
        List.copyOf(compiler.indexes.keySet()),
        code,
        compiler.counted.stream().mapToInt(Integer::intValue).toArray(),
        compiler.countedInSamples.stream().mapToInt(Integer::intValue).toArray());
  }

  private Code code(Node node, Place place) {
    return switch (node) {
      case Node.NumberLiteral(double value, SourceRange r) -> (Code.OfNumber) values -> value;
      case Node.BooleanLiteral(boolean value, SourceRange r) -> constant(Truth.of(value));
      case Node.NullLiteral n -> (Code.OfAny) values -> null;
      case Node.TextLiteral(String value, SourceRange r) -> (Code.OfAny) values -> value;
      case Node.ItemNode item -> variable(item.item(), place);
      case Node.SubExpression sub -> variable(expression.subExpression(sub), place);
      case Node.Modified modified -> code(modified.operand(), place.with(modified.modifier()));
      case Node.Unary unary -> unary(unary.operator(), code(unary.operand(), place));
      case Node.Power power -> {
        Code base = code(power.base(), place);
        Code exponent = code(power.exponent(), place);
        yield number(values -> Arithmetic.power(base.number(values), exponent.number(values)));
      }
      case Node.Chain chain -> chain(chain, place);
      case Node.Call call -> call(call, place);
    };
  }

  private Code variable(Item item, Place place) {
    int index = index(new QualifiedItem(item, place.modifiers()));
    if (item.counted()) {
      if (place.inSamples()) {
        countedInSamples.add(index);
      } else if (!place.lenient()) {
        counted.add(index);
      }
    }
    return new Code.Variable(index, place.lenient());
  }

  private int index(QualifiedItem item) {
    @Nullable Integer index = indexes.get(item);
    if (index == null) {
      throw new IllegalStateException("An item of the tree is not in the list of items: " + item);
    }
    return index;
  }

  private static Code unary(UnaryOperator operator, Code operand) {
    return switch (operator) {
      case PLUS -> number(operand::number);
      case MINUS -> number(values -> -operand.number(values));
      case NOT -> truth(values -> operand.truth(values).not());
    };
  }

  private Code chain(Node.Chain chain, Place place) {
    List<Node> children = chain.children();
    Code[] operands = new Code[children.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = code(children.get(i), place);
    }
    BinaryOperator[] operators =
        chain.rest().stream().map(Node.Step::operator).toArray(BinaryOperator[]::new);
    Level level = operators[0].level();
    return switch (level) {
      case SUM, PRODUCT, POWER -> Arithmetic.chain(operands, operators);
      case ORDER, EQUALITY -> Comparison.chain(operands, operators);
      case AND, OR -> decide(operands, level == Level.AND ? Truth.FALSE : Truth.TRUE);
    };
  }

  /** And, or: the deciding value if any operand has it, else unknown if any is, else the other. */
  private static Code decide(Code[] operands, Truth deciding) {
    return truth(values -> {
      Truth result = deciding.not();
      for (Code operand : operands) {
        Truth truth = operand.truth(values);
        if (truth == deciding) {
          return deciding;
        }
        result = truth == Truth.UNKNOWN ? truth : result;
      }
      return result;
    });
  }

  private Code call(Node.Call call, Place place) {
    Function function = call.function();
    if (function.overSamples()) {
      return overSamples(call, place);
    }
    boolean lenient =
        function == Function.IS_NULL
            || function == Function.IS_NOT_NULL
            || function == Function.FIRST_NON_NULL;
    Code[] arguments = new Code[call.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      boolean branch = function == Function.IF && i > 0;
      arguments[i] = code(call.arguments().get(i), lenient || branch ? place.asLenient() : place);
    }
    return Functions.code(function, arguments);
  }

  private Code overSamples(Node.Call call, Place place) {
    List<Node> nodes = call.arguments();
    return switch (call.function()) {
      case PERCENTILE_CONT ->
          SampleFunctions.percentile(
              code(nodes.get(0), place), code(nodes.get(1), place.asSample()));
      case NORM_DIST_CUM, NORM_DIST_DEN -> normalDistribution(call, place);
      default -> SampleFunctions.code(call.function(), code(nodes.getFirst(), place.asSample()));
    };
  }

  /** Mean and deviation that are not given are those of the first argument over the samples. */
  private Code normalDistribution(Node.Call call, Place place) {
    List<Node> nodes = call.arguments();
    Code x = code(nodes.getFirst(), nodes.size() < 3 ? place.asSample() : place);
    return SampleFunctions.normal(
        call.function() == Function.NORM_DIST_CUM,
        x,
        nodes.size() > 1 ? code(nodes.get(1), place) : SampleFunctions.average(x),
        nodes.size() > 2 ? code(nodes.get(2), place) : SampleFunctions.deviation(x));
  }

  static Code number(Code.OfNumber code) {
    return code;
  }

  static Code truth(Code.OfBoolean code) {
    return code;
  }

  private static Code constant(Truth value) {
    return truth(values -> value);
  }
}
