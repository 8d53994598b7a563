package org.kituo.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.BinaryOperator.Level;
import org.kituo.model.expression.Item.OrgUnitRelation;
import org.kituo.model.expression.Token.Kind;

/**
 * Recursive descent over the tokens of one expression.
 *
 * <p>Precedence from tight to loose: modifiers behind an operand, {@code ^} (to the right), the
 * unary operators, then the left-associative levels of {@link BinaryOperator}. An exponent may
 * carry a sign of its own ({@code 2^-1}), while a sign before a base covers the whole power ({@code
 * -2^2} is minus four). Recursion happens only where the author nests (parentheses, calls, signs,
 * exponents) and is bounded, so no text can exhaust the stack.
 */
final class Parser {
  /** Far deeper than people nest, far shallower than the smallest stack. */
  static final int MAX_DEPTH = 200;

  private static final Map<String, BinaryOperator> BINARY =
      Stream.of(BinaryOperator.values())
          .collect(Collectors.toUnmodifiableMap(BinaryOperator::token, operator -> operator));

  private final Lexer lexer;
  private final ParseType type;
  private Token token;
  private int lastEnd;
  private int depth;

  Parser(String text, ParseType type) {
    this.lexer = new Lexer(text);
    this.type = type;
    this.token = lexer.next();
  }

  Node parse() {
    Node root = chain(Level.OR);
    if (!token.is(Kind.END)) {
      throw unexpected();
    }
    return root;
  }

  private Node expression() {
    enter();
    Node node = chain(Level.OR);
    depth--;
    return node;
  }

  private Node chain(Level level) {
    int start = token.start();
    Level tighter = Level.values()[level.ordinal() + 1];
    Node first = operand(tighter);
    List<Node.Step> rest = null;
    for (BinaryOperator sign = binary(level); sign != null; sign = binary(level)) {
      if (rest == null) {
        rest = new ArrayList<>();
      }
      advance();
      rest.add(new Node.Step(sign, operand(tighter)));
    }
    return rest == null ? first : new Node.Chain(first, rest, since(start));
  }

  private Node operand(Level level) {
    return level == Level.POWER ? unary() : chain(level);
  }

  private Node unary() {
    Optional<UnaryOperator> sign = unarySign();
    if (sign.isEmpty()) {
      return power();
    }
    int start = token.start();
    advance();
    enter();
    Node operand = unary();
    depth--;
    return new Node.Unary(sign.get(), operand, since(start));
  }

  private Node power() {
    int start = token.start();
    Node base = modified();
    if (!token.is(Kind.OPERATOR, "^")) {
      return base;
    }
    advance();
    enter();
    Node exponent = unary();
    depth--;
    return new Node.Power(base, exponent, since(start));
  }

  private Node modified() {
    int start = token.start();
    Node node = primary();
    int modifiers = 0;
    while (token.is(Kind.MODIFIER)) {
      Modifier modifier = new ModifierParser(type, token, lexer).parse();
      advance();
      close();
      enter();
      modifiers++;
      node = new Node.Modified(node, modifier, since(start));
    }
    depth -= modifiers;
    return node;
  }

  private Node primary() {
    Token at = token;
    SourceRange range = new SourceRange(at.start(), at.end());
    switch (at.kind()) {
      case NUMBER -> {
        advance();
        return new Node.NumberLiteral(Double.parseDouble(at.text()), range);
      }
      case STRING -> {
        advance();
        return new Node.TextLiteral(unquote(at.text()), range);
      }
      case ITEM -> {
        advance();
        return ItemParser.parse(at, type);
      }
      case WORD -> {
        return word(at, range);
      }
      case FUNCTION -> {
        return function(at);
      }
      case OPEN -> {
        advance();
        Node inner = expression();
        close();
        return inner;
      }
      default -> throw unexpected();
    }
  }

  private Node word(Token at, SourceRange range) {
    Node literal =
        switch (at.text()) {
          case "true" -> new Node.BooleanLiteral(true, range);
          case "false" -> new Node.BooleanLiteral(false, range);
          case "null" -> new Node.NullLiteral(range);
          default -> throw unexpected();
        };
    advance();
    return literal;
  }

  private Node function(Token name) {
    for (OrgUnitRelation relation : OrgUnitRelation.values()) {
      if (relation.token().equals(name.text())) {
        return orgUnitTest(name, relation);
      }
    }
    if (name.text().equals("subExpression") && type == ParseType.INDICATOR) {
      advance();
      Node operand = expression();
      close();
      return new Node.SubExpression(operand, since(name.start()));
    }
    Function function = Function.byToken().get(name.text());
    if (function == null || !function.allowedIn(type)) {
      throw new ParseException(
          name.start(),
          "Unknown function or not supported in this type of expression: " + name.text());
    }
    advance();
    List<Node> arguments = arguments(function);
    close();
    if (!function.accepts(arguments.size())) {
      throw new ParseException(
          name.start(), "Wrong number of arguments of the function " + name.text());
    }
    return new Node.Call(function, arguments, since(name.start()));
  }

  private List<Node> arguments(Function function) {
    List<Node> arguments = new ArrayList<>();
    if (token.is(Kind.CLOSE) && function.accepts(0)) {
      return arguments;
    }
    arguments.add(expression());
    if (function == Function.IS) {
      if (!token.is(Kind.WORD, "in")) {
        throw unexpected();
      }
      advance();
      arguments.add(expression());
    }
    while (token.is(Kind.COMMA)) {
      advance();
      arguments.add(expression());
    }
    return arguments;
  }

  private Node orgUnitTest(Token name, OrgUnitRelation relation) {
    if (type == ParseType.INDICATOR) {
      throw new ParseException(
          name.start(), "Not supported in this type of expression: " + name.text());
    }
    List<String> uids = new ArrayList<>();
    List<Reference> references = new ArrayList<>();
    do {
      uids.add(ItemParser.uid(lexer.bareWord(), relation.kind(), references));
      advance();
    } while (token.is(Kind.COMMA));
    close();
    return new Node.ItemNode(new Item.OrgUnitTest(relation, uids), references, since(name.start()));
  }

  private Optional<UnaryOperator> unarySign() {
    if (!token.is(Kind.OPERATOR)) {
      return Optional.empty();
    }
    return switch (token.text()) {
      case "+" -> Optional.of(UnaryOperator.PLUS);
      case "-" -> Optional.of(UnaryOperator.MINUS);
      case "!", "not" -> Optional.of(UnaryOperator.NOT);
      default -> Optional.empty();
    };
  }

  private @Nullable BinaryOperator binary(Level level) {
    if (!token.is(Kind.OPERATOR)) {
      return null;
    }
    BinaryOperator operator =
        switch (token.text()) {
          case "and" -> BinaryOperator.AND;
          case "or" -> BinaryOperator.OR;
          default -> BINARY.get(token.text());
        };
    return operator != null && operator.level() == level ? operator : null;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new ParseException(token.start(), "Nested more than " + MAX_DEPTH + " levels deep");
    }
  }

  private void close() {
    if (!token.is(Kind.CLOSE)) {
      throw unexpected();
    }
    advance();
  }

  private void advance() {
    lastEnd = token.end();
    token = lexer.next();
  }

  private SourceRange since(int start) {
    return new SourceRange(start, lastEnd);
  }

  private ParseException unexpected() {
    return new ParseException(
        token.start(),
        token.is(Kind.END)
            ? "The expression ends where more is expected"
            : "Not expected here: " + token.text());
  }

  private static String unquote(String quoted) {
    String inside = quoted.substring(1, quoted.length() - 1);
    if (inside.indexOf('\\') < 0) {
      return inside;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '\\') {
        c =
            switch (inside.charAt(++i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> inside.charAt(i);
            };
      }
      text.append(c);
    }
    return text.toString();
  }
}
