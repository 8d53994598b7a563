package org.kituo.model.expression;

/**
 * A word of the language.
 *
 * @param text the token as written; for {@link Kind#ITEM} including the braces and their content,
 *     for {@link Kind#FUNCTION} and {@link Kind#MODIFIER} the bare name
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    NUMBER,
    STRING,
    /** {@code #{..}}, {@code C{..}} or a bracketed item such as {@code [days]}. */
    ITEM,
    /** A name and the parenthesis that follows it directly. */
    FUNCTION,
    /** A dot, a name and the parenthesis that follows it directly. */
    MODIFIER,
    /** true, false, null, in. */
    WORD,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }
}
