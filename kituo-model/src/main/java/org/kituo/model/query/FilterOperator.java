package org.kituo.model.query;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.Ref;

/** The operators of {@code filter}. Collections are compared by their size. */
public enum FilterOperator {
  EQUAL("eq"),
  NOT_EQUAL("!eq", "ne", "neq"),
  EQUAL_IGNORING_CASE("ieq"),
  GREATER("gt"),
  GREATER_OR_EQUAL("ge", "gte"),
  LESS("lt"),
  LESS_OR_EQUAL("le", "lte"),
  LIKE("like"),
  NOT_LIKE("!like"),
  STARTS("$like"),
  NOT_STARTS("!$like"),
  ENDS("like$"),
  NOT_ENDS("!like$"),
  LIKE_IGNORING_CASE("ilike"),
  NOT_LIKE_IGNORING_CASE("!ilike"),
  STARTS_IGNORING_CASE("$ilike", "startsWith"),
  NOT_STARTS_IGNORING_CASE("!$ilike", "!startsWith"),
  ENDS_IGNORING_CASE("ilike$", "endsWith"),
  NOT_ENDS_IGNORING_CASE("!ilike$", "!endsWith"),
  TOKEN("token"),
  NOT_TOKEN("!token"),
  IN("in"),
  NOT_IN("!in"),
  NULL("null"),
  NOT_NULL("!null"),
  EMPTY("empty"),
  NOT_EMPTY("!empty"),
  MATCHES("match"),
  NOT_MATCHES("!match");

  private static final Map<String, FilterOperator> BY_NAME = new HashMap<>();

  static {
    for (FilterOperator operator : values()) {
      for (String name : operator.names) {
        BY_NAME.put(name, operator);
      }
    }
  }

  private final String[] names;

  FilterOperator(String... names) {
    this.names = names;
  }

  /** The operator of a name; null where there is none. */
  static @Nullable FilterOperator of(String name) {
    return BY_NAME.get(name);
  }

  /** Whether it needs no value. */
  boolean unary() {
    return this == NULL || this == NOT_NULL || this == EMPTY || this == NOT_EMPTY;
  }

  /** Whether the value must be one that the property can have. */
  boolean exact() {
    return this == EQUAL || this == NOT_EQUAL || this == IN || this == NOT_IN;
  }

  boolean token() {
    return this == TOKEN || this == NOT_TOKEN;
  }

  /** The values given: those of a list in brackets, or the one. */
  List<String> values(String value) {
    if (this != IN && this != NOT_IN) {
      return List.of(value);
    }
    String inner = value.startsWith("[") ? value.substring(1) : value;
    inner = inner.endsWith("]") ? inner.substring(0, inner.length() - 1) : inner;
    List<String> values = new ArrayList<>();
    for (String part : inner.split(",")) {
      values.add(part.strip());
    }
    return values;
  }

  /** Whether a held value fits the value given. */
  boolean test(@Nullable Object held, String value) {
    return switch (this) {
      case NULL -> held == null;
      case NOT_NULL -> held != null;
      case EMPTY -> isEmpty(held);
      case NOT_EMPTY -> !isEmpty(held);
      case NOT_EQUAL -> !EQUAL.test(held, value);
      case NOT_LIKE -> !LIKE.test(held, value);
      case NOT_STARTS -> !STARTS.test(held, value);
      case NOT_ENDS -> !ENDS.test(held, value);
      case NOT_LIKE_IGNORING_CASE -> !LIKE_IGNORING_CASE.test(held, value);
      case NOT_STARTS_IGNORING_CASE -> !STARTS_IGNORING_CASE.test(held, value);
      case NOT_ENDS_IGNORING_CASE -> !ENDS_IGNORING_CASE.test(held, value);
      case NOT_TOKEN -> !TOKEN.test(held, value);
      case NOT_IN -> !IN.test(held, value);
      case NOT_MATCHES -> !MATCHES.test(held, value);
      case IN -> held != null && values(value).stream().anyMatch(v -> compare(held, v, 0, 0));
      case EQUAL -> held != null && compare(held, value, 0, 0);
      case GREATER -> held != null && compare(held, value, 1, 1);
      case GREATER_OR_EQUAL -> held != null && compare(held, value, 0, 1);
      case LESS -> held != null && compare(held, value, -1, -1);
      case LESS_OR_EQUAL -> held != null && compare(held, value, -1, 0);
      default -> held != null && text(text(held), value);
    };
  }

  private static boolean isEmpty(@Nullable Object held) {
    return held == null
        || held instanceof List<?> list && list.isEmpty()
        || held instanceof String s && s.isEmpty();
  }

  private boolean text(String held, String value) {
    return switch (this) {
      case EQUAL_IGNORING_CASE -> held.equalsIgnoreCase(value);
      case LIKE -> held.contains(value);
      case STARTS -> held.startsWith(value);
      case ENDS -> held.endsWith(value);
      default -> lowText(held.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    };
  }

  private boolean lowText(String low, String wanted) {
    return switch (this) {
      case LIKE_IGNORING_CASE -> low.contains(wanted);
      case STARTS_IGNORING_CASE -> low.startsWith(wanted);
      case ENDS_IGNORING_CASE -> low.endsWith(wanted);
      case TOKEN -> tokens(low, wanted);
      case MATCHES -> matches(low, wanted);
      default -> throw new IllegalStateException(name());
    };
  }

  /** Whether each of some words begins a word of a text. */
  private static boolean tokens(String text, String words) {
    for (String word : words.strip().split("\\s+")) {
      int at = text.indexOf(word);
      while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        at = text.indexOf(word, at + 1);
      }
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text fits a pattern in which * stands for any characters and ? for one. */
  private static boolean matches(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && wanted == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
        t++;
        p++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }

  private static String text(Object held) {
    return switch (held) {
      case LocalDateTime time -> Dates.format(time);
      case Ref<?> ref -> ref.id();
      default -> held.toString();
    };
  }

  /** Whether held compared with a value gives -1, 0 or 1 between two bounds. */
  private static boolean compare(Object held, String value, int from, int to) {
    Integer sign = sign(held, value);
    return sign != null && sign >= from && sign <= to;
  }

  private static @Nullable Integer sign(Object held, String value) {
    try {
      return switch (held) {
        case List<?> list -> Integer.signum(Integer.compare(list.size(), Integer.parseInt(value)));
        case Number number ->
            Integer.signum(Double.compare(number.doubleValue(), Double.parseDouble(value)));
        case LocalDateTime time -> {
          LocalDateTime other = Dates.parse(value);
          yield other == null ? null : Integer.signum(time.compareTo(other));
        }
        default -> Integer.signum(text(held).compareTo(value));
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
