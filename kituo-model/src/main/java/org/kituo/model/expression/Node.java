package org.kituo.model.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of the expression tree. Parentheses leave no node. A run of operators of one precedence
 * level, such as a sum of a thousand operands, is one {@link Chain}, so that the depth of a tree is
 * the nesting that its author wrote and walks over it can recurse.
 */
public sealed interface Node {
  /** Where the node stands in the text. */
  SourceRange range();

  /** The nodes directly below, in the order of the text. */
  default List<Node> children() {
    return List.of();
  }

  /** A number, never negative: a sign before it is an operator. */
  record NumberLiteral(double value, SourceRange range) implements Node {}

  /** Text between quotes, here without them and with escapes resolved. */
  record TextLiteral(String value, SourceRange range) implements Node {}

  record BooleanLiteral(boolean value, SourceRange range) implements Node {}

  record NullLiteral(SourceRange range) implements Node {}

  record Unary(UnaryOperator operator, Node operand, SourceRange range) implements Node {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code base ^ exponent}. */
  record Power(Node base, Node exponent, SourceRange range) implements Node {
    @Override
    public List<Node> children() {
      return List.of(base, exponent);
    }
  }

  /** {@code first op operand op operand ...}, evaluated from the left; all of one level. */
  record Chain(Node first, List<Step> rest, SourceRange range) implements Node {
    public Chain {
      rest = List.copyOf(rest);
    }

    @Override
    public List<Node> children() {
      List<Node> children = new ArrayList<>(rest.size() + 1);
      children.add(first);
      rest.forEach(step -> children.add(step.operand()));
      return children;
    }
  }

  /** An operator and its right operand. */
  record Step(BinaryOperator operator, Node operand) {}

  record Call(Function function, List<Node> arguments, SourceRange range) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> children() {
      return arguments;
    }
  }

  /** Operand with a suffix like {@code .periodOffset(-1)}. */
  record Modified(Node operand, Modifier modifier, SourceRange range) implements Node {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code subExpression(..)}. */
  record SubExpression(Node operand, SourceRange range) implements Node {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** An item, with each uid in it. */
  record ItemNode(Item item, List<Reference> references, SourceRange range) implements Node {
    public ItemNode {
      references = List.copyOf(references);
    }
  }

  /** All item nodes of this tree, in the order of the text. */
  default List<ItemNode> itemNodes() {
    List<ItemNode> found = new ArrayList<>();
    collectItemNodes(this, found);
    return found;
  }

  private static void collectItemNodes(Node node, List<ItemNode> found) {
    if (node instanceof ItemNode item) {
      found.add(item);
    } else {
      for (Node child : node.children()) {
        collectItemNodes(child, found);
      }
    }
  }
}
