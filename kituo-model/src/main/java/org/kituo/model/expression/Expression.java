package org.kituo.model.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A well-formed expression: its text and the tree that was read from it.
 *
 * @param text as its author wrote it
 * @param type what it is written for
 * @param root the tree; ranges in it are positions in {@code text}
 */
public record Expression(String text, ParseType type, Node root) {

  /** Reads a text. Any text gives a result; nothing is thrown. */
  public static ParseResult parse(String text, ParseType type) {
    try {
      Node root = new Parser(text, type).parse();
      if (type.isTest()) {
        TypeCheck.requireBoolean(root);
      } else if (type == ParseType.PROGRAM_RULE_DATA) {
        TypeCheck.typeOf(root);
      } else {
        TypeCheck.requireNumber(root);
      }
      return new ParseResult.Success(new Expression(text, type, root));
    } catch (ParseException e) {
      return e.failure();
    }
  }

  /**
   * What values the expression needs: each different item once, in the order of the text, with the
   * modifiers in effect for it. A sub-expression is one item; what is in it is the business of
   * whoever evaluates it per data row.
   */
  public Set<QualifiedItem> items() {
    Set<QualifiedItem> items = new LinkedHashSet<>();
    collect(root, Modifiers.NONE, items);
    return items;
  }

  /** Every mention of a metadata object, in the order of the text, also inside sub-expressions. */
  public List<Reference> references() {
    return root.itemNodes().stream().flatMap(item -> item.references().stream()).toList();
  }

  /** The text with the uids of some references replaced, and not a character changed elsewhere. */
  public String rewrite(java.util.function.Function<Reference, String> uid) {
    StringBuilder rewritten = new StringBuilder(text.length());
    int copied = 0;
    for (Reference reference : references()) {
      rewritten.append(text, copied, reference.range().start()).append(uid.apply(reference));
      copied = reference.range().end();
    }
    return rewritten.append(text, copied, text.length()).toString();
  }

  /**
   * The text with items replaced by the names of what they stand for, all else as it was written.
   *
   * @return empty when an object has no name, that is, does not exist
   */
  public Optional<String> describe(Names names) {
    return new Description(this, names).text();
  }

  /** The form to evaluate. */
  public CompiledExpression compile() {
    return Compiler.compile(this);
  }

  /** A sub-expression as an expression of its own. */
  Item.SubExpression subExpression(Node.SubExpression node) {
    String inner =
        text.substring(text.indexOf('(', node.range().start()) + 1, node.range().end() - 1);
    return new Item.SubExpression(new Expression(inner, type, new Parser(inner, type).parse()));
  }

  private void collect(Node node, Modifiers modifiers, Set<QualifiedItem> items) {
    switch (node) {
      case Node.ItemNode item -> items.add(new QualifiedItem(item.item(), modifiers));
      case Node.SubExpression sub -> items.add(new QualifiedItem(subExpression(sub), modifiers));
      case Node.Modified modified ->
          collect(modified.operand(), modifiers.with(modified.modifier()), items);
      default -> {
        for (Node child : node.children()) {
          collect(child, modifiers, items);
        }
      }
    }
  }
}
