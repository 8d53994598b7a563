package org.kituo.model.expression;

/**
 * A part of the expression's text: characters from {@code start} up to, not including, {@code end}.
 */
public record SourceRange(int start, int end) {
  public SourceRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a range: " + start + ".." + end);
    }
  }

  /** The characters of this range in the text it was read from. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
