package org.kituo.model.expression;

import java.util.Set;
import org.kituo.model.expression.Token.Kind;

/**
 * Cuts the text into tokens, one at a time. White space separates tokens and is otherwise free. The
 * arguments of modifiers and org unit tests are not expressions but bare words (dates, names,
 * uids); the parser asks for them with {@link #bareWord}.
 */
final class Lexer {
  private static final String OPERATOR_SIGNS = "^*/%+-<>=!&|";
  private static final Set<String> WORDS = Set.of("true", "false", "null", "in");
  private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "not");

  private final String text;
  private int position;

  Lexer(String text) {
    this.text = text;
  }

  Token next() {
    skipWhiteSpace();
    int start = position;
    if (start == text.length()) {
      return new Token(Kind.END, "", start, start);
    }
    char c = text.charAt(start);
    if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
      return number(start);
    }
    if (isNameStart(c)) {
      return name(start);
    }
    return switch (c) {
      case '\'', '"' -> string(start, c);
      case '#' -> item(start, start + 1);
      case '[' -> bracket(start);
      case '.' -> modifier(start);
      case '(' -> token(Kind.OPEN, start, start + 1);
      case ')' -> token(Kind.CLOSE, start, start + 1);
      case ',' -> token(Kind.COMMA, start, start + 1);
      default -> operator(start);
    };
  }

  /** The run of letters, digits, signs and the like from here on; empty when there is none. */
  Token bareWord() {
    skipWhiteSpace();
    int start = position;
    int end = start;
    while (isNamePart(at(end)) || at(end) == '-' || at(end) == '+') {
      end++;
    }
    return token(Kind.WORD, start, end);
  }

  private Token number(int start) {
    int end = skipDigits(start);
    if (at(end) == '.') {
      end = skipDigits(end + 1);
    }
    if (at(end) == 'e' || at(end) == 'E') {
      int exponent = end + 1;
      if (at(exponent) == '+' || at(exponent) == '-') {
        exponent++;
      }
      if (isDigit(at(exponent))) {
        end = skipDigits(exponent);
      }
    }
    return token(Kind.NUMBER, start, end);
  }

  private Token string(int start, char quote) {
    int end = start + 1;
    while (at(end) != quote) {
      if (end >= text.length() || at(end) == '\n' || at(end) == '\r') {
        throw new ParseException(start, "The text that starts here has no closing quote");
      }
      end += at(end) == '\\' ? 2 : 1;
    }
    return token(Kind.STRING, start, end + 1);
  }

  private Token name(int start) {
    int end = skipName(start);
    String name = text.substring(start, end);
    if (at(end) == '{') {
      return item(start, end);
    }
    if (WORD_OPERATORS.contains(name)) {
      return token(Kind.OPERATOR, start, end);
    }
    if (WORDS.contains(name)) {
      return token(Kind.WORD, start, end);
    }
    while ((at(end) == '.' || at(end) == ':') && isNameStart(at(end + 1))) {
      end = skipName(end + 1);
    }
    if (at(end) == '(') {
      position = end + 1;
      return new Token(Kind.FUNCTION, text.substring(start, end), start, position);
    }
    if (text.startsWith(ProgramItemParser.STAGE_DATE, start)) {
      return token(Kind.ITEM, start, end);
    }
    throw new ParseException(start, "Unknown word: " + text.substring(start, end));
  }

  private Token item(int start, int brace) {
    if (at(brace) != '{') {
      throw new ParseException(brace, "Expected { here");
    }
    int close = text.indexOf('}', brace);
    if (close < 0) {
      throw new ParseException(brace, "This brace is never closed");
    }
    return token(Kind.ITEM, start, close + 1);
  }

  private Token bracket(int start) {
    int close = text.indexOf(']', start);
    if (close < 0) {
      throw new ParseException(start, "This bracket is never closed");
    }
    return token(Kind.ITEM, start, close + 1);
  }

  private Token modifier(int start) {
    int end = skipName(start + 1);
    if (end == start + 1 || at(end) != '(') {
      throw new ParseException(start, "Expected a modifier such as .periodOffset( here");
    }
    position = end + 1;
    return new Token(Kind.MODIFIER, text.substring(start + 1, end), start, position);
  }

  private Token operator(int start) {
    char c = text.charAt(start);
    if (OPERATOR_SIGNS.indexOf(c) < 0) {
      throw new ParseException(start, "Unexpected character: " + c);
    }
    char following = at(start + 1);
    boolean doubled =
        ((c == '<' || c == '>' || c == '=' || c == '!') && following == '=')
            || ((c == '&' || c == '|') && following == c);
    if (!doubled && (c == '=' || c == '&' || c == '|')) {
      throw new ParseException(start, "Expected " + (c == '=' ? "==" : "" + c + c) + " here");
    }
    return token(Kind.OPERATOR, start, start + (doubled ? 2 : 1));
  }

  private Token token(Kind kind, int start, int end) {
    position = end;
    return new Token(kind, text.substring(start, end), start, end);
  }

  private void skipWhiteSpace() {
    while (position < text.length() && isWhiteSpace(text.charAt(position))) {
      position++;
    }
  }

  private int skipDigits(int from) {
    int end = from;
    while (isDigit(at(end))) {
      end++;
    }
    return end;
  }

  private int skipName(int from) {
    int end = from;
    while (isNamePart(at(end))) {
      end++;
    }
    return end;
  }

  /** The character at an index, and NUL behind the end, which is part of no token. */
  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
