package org.kituo.model.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kituo.model.expression.Reference.Kind;

/** Writes an expression with names in the place of items. */
final class Description {
  /** Operands that {@link Names} came up with stand nowhere in the text. */
  private static final SourceRange NOWHERE = new SourceRange(0, 0);

  private final Expression expression;
  private final Names names;
  private boolean complete = true;

  Description(Expression expression, Names names) {
    this.expression = expression;
    this.names = names;
  }

  Optional<String> text() {
    String text = expression.text();
    StringBuilder description = new StringBuilder(text.length() * 2);
    int copied = 0;
    for (Node.ItemNode node : expression.root().itemNodes()) {
      description.append(text, copied, node.range().start()).append(describe(node));
      copied = node.range().end();
    }
    description.append(text, copied, text.length());
    return complete ? Optional.of(description.toString()) : Optional.empty();
  }

  private String describe(Node.ItemNode node) {
    List<String> parts = node.references().stream().map(this::name).toList();
    return switch (node.item()) {
      case Item.DataElements item -> describe(item, parts);
      case Item.OfProgram fact -> parts.isEmpty() ? variable(fact) : String.join(".", parts);
      case Item.PeriodCount count -> count.description();
      case Item.ReportingRate rate -> parts.get(0) + " - " + rate.metric().displayName();
      case Item.OrgUnitTest test -> orgUnitTest(node, parts);
      default -> String.join(" ", parts);
    };
  }

  private String describe(Item.DataElements item, List<String> parts) {
    if (!item.isOperand()) {
      List<Item.DataElements> operands = names.operands(item);
      return operands.isEmpty()
          ? String.join(" ", parts)
          : operands.stream().map(this::operand).collect(Collectors.joining("+", "(", ")"));
    }
    return operand(item);
  }

  private String operand(Item.DataElements operand) {
    StringBuilder name =
        new StringBuilder(name(new Reference(Kind.DATA_ELEMENT, operand.element().uid(), NOWHERE)));
    append(name, operand.categoryOptionCombo(), Kind.CATEGORY_OPTION_COMBO);
    append(name, operand.attributeOptionCombo(), Kind.ATTRIBUTE_OPTION_COMBO);
    return name.toString();
  }

  private void append(StringBuilder name, OptionSelector options, Kind kind) {
    if (options == OptionSelector.Any.STAR) {
      name.append(" *");
    } else if (options instanceof OptionSelector.Combo(String uid)) {
      name.append(' ').append(name(new Reference(kind, uid, NOWHERE)));
    }
  }

  /** {@code V{event_date}} as "Event date". */
  private static String variable(Item.OfProgram fact) {
    String words = fact.token().substring(2, fact.token().length() - 1).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String orgUnitTest(Node.ItemNode node, List<String> parts) {
    StringBuilder description = new StringBuilder();
    int copied = node.range().start();
    for (int i = 0; i < parts.size(); i++) {
      SourceRange uid = node.references().get(i).range();
      description.append(expression.text(), copied, uid.start()).append(parts.get(i));
      copied = uid.end();
    }
    return description.append(expression.text(), copied, node.range().end()).toString();
  }

  private String name(Reference reference) {
    Optional<String> name = names.name(reference);
    complete &= name.isPresent();
    return name.orElse("");
  }
}
