package org.kituo.analytics.grid;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its identifier
 * @param column its title; null for none
 * @param content what its cells are
 * @param hidden whether it is not meant for people
 * @param meta whether it says what a value is of, rather than a value
 */
public record Header(
    String name, @Nullable String column, Content content, boolean hidden, boolean meta) {

  /** What the cells of a column are. */
  public enum Content {
    TEXT("TEXT", "java.lang.String"),
    NUMBER("NUMBER", "java.lang.Double"),
    COUNT("INTEGER", "java.lang.Integer"),
    DATE("DATETIME", "java.time.LocalDateTime");

    private final String valueType;
    private final String javaType;

    Content(String valueType, String javaType) {
      this.valueType = valueType;
      this.javaType = javaType;
    }

    /** The value type, such as NUMBER. */
    public String valueType() {
      return valueType;
    }

    /** The type by which clients of the Web API know it, such as {@code java.lang.Double}. */
    public String javaType() {
      return javaType;
    }
  }

  /** A column that says what values are of. */
  public static Header dimension(String name, @Nullable String column) {
    return new Header(name, column, Content.TEXT, false, true);
  }

  /** A column of numbers. */
  public static Header number(String name, String column) {
    return new Header(name, column, Content.NUMBER, false, false);
  }
}
