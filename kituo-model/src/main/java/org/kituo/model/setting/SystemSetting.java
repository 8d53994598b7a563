package org.kituo.model.setting;

import java.util.List;
import org.kituo.model.schema.Dates;

/**
 * A setting of the system.
 *
 * @param key its name, which clients know
 * @param kind what values it has
 * @param initial the value until someone sets another
 * @param translatable whether there may be a value for each language
 * @param confidential whether its value is told to superusers alone
 * @param choices its values, where there are only some
 */
public record SystemSetting(
    String key,
    Kind kind,
    String initial,
    boolean translatable,
    boolean confidential,
    List<String> choices) {

  /** Kinds of values. */
  public enum Kind {
    TEXT,
    FLAG,
    WHOLE,
    DECIMAL,
    /** A time in the server's time zone. */
    TIME
  }

  /** Whether a text is a value of the setting. */
  public boolean accepts(String text) {
    return switch (kind) {
      case TEXT -> choices.isEmpty() || choices.contains(text);
      case FLAG -> text.equals("true") || text.equals("false");
      case WHOLE -> text.matches("-?\\d{1,9}");
      case DECIMAL -> text.matches("-?\\d{1,15}(\\.\\d+)?");
      case TIME -> Dates.parse(text) != null;
    };
  }

  /** A value as it stands in JSON: a text, a truth value or a number. */
  public Object typed(String text) {
    return switch (kind) {
      case TEXT, TIME -> text;
      case FLAG -> Boolean.valueOf(text);
      case WHOLE -> Integer.valueOf(text);
      case DECIMAL -> Double.valueOf(text);
    };
  }
}
