package org.kituo.model.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.query.FieldSpec.Transformer;

/**
 * Parses {@code fields}: names divided by commas, {@code name[...]} or {@code name(...)} for what
 * is wanted of the objects that a property holds, {@code !name} for what is not wanted, {@code
 * ~transformer(argument)} for what is done to a value, {@code a.b} for {@code a[b]}. As in DHIS2
 * the grammar is lenient: blanks, empty entries and a missing bracket at the end do no harm.
 * Nesting is limited so that no input can exhaust the stack.
 */
public final class FieldsParser {
  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private FieldsParser(String text) {
    this.text = text;
  }

  /** Parses the value of a {@code fields} parameter. */
  public static List<FieldSpec> parse(String text) {
    FieldsParser parser = new FieldsParser(text);
    List<FieldSpec> specs = new ArrayList<>();
    while (parser.at < text.length()) {
      specs.addAll(parser.list(0));
      parser.at++;
    }
    return specs;
  }

  private List<FieldSpec> list(int depth) {
    if (depth > DEEPEST) {
      throw new QueryException(
          "E1003", "The fields are nested more than " + DEEPEST + " levels deep.");
    }
    List<FieldSpec> specs = new ArrayList<>();
    while (at < text.length() && !isClosing(text.charAt(at))) {
      FieldSpec spec = entry(depth);
      if (spec != null) {
        specs.add(spec);
      }
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    return specs;
  }

  private static boolean isClosing(char c) {
    return c == ']' || c == ')';
  }

  private static boolean isOpening(char c) {
    return c == '[' || c == '(';
  }

  private @Nullable FieldSpec entry(int depth) {
    String name = name();
    boolean exclude = name.startsWith("!") || name.startsWith("-");
    if (exclude) {
      name = name.substring(1);
    }
    List<Transformer> transformers = new ArrayList<>();
    List<FieldSpec> children = null;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isTransformer(c)) {
        at += text.startsWith("::", at) ? 2 : 1;
        transformers.add(transformer());
      } else if (isOpening(c)) {
        at++;
        children = list(depth + 1);
        at++;
      } else {
        break;
      }
    }
    skipToEnd();
    return name.isEmpty() ? null : dotted(name, exclude, transformers, children);
  }

  private boolean isTransformer(char c) {
    return c == '~' || c == '@' || c == '|' || text.startsWith("::", at);
  }

  private void skipToEnd() {
    while (at < text.length() && text.charAt(at) != ',' && !isClosing(text.charAt(at))) {
      at++;
    }
  }

  private String name() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean transformer = at > start && isTransformer(c);
      if (c == ',' || isOpening(c) || isClosing(c) || transformer) {
        break;
      }
      at++;
    }
    return text.substring(start, at).strip();
  }

  private Transformer transformer() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))
        || at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    String name = text.substring(start, at);
    List<String> arguments = new ArrayList<>();
    if (at < text.length() && text.charAt(at) == '(') {
      int end = at + 1;
      while (end < text.length() && !isClosing(text.charAt(end))) {
        end++;
      }
      for (String argument : text.substring(at + 1, Math.min(end, text.length())).split("[;,]")) {
        if (!argument.isBlank()) {
          arguments.add(argument.strip());
        }
      }
      at = end + 1;
    }
    return new Transformer(name, arguments);
  }

  private static FieldSpec dotted(
      String name,
      boolean exclude,
      List<Transformer> transformers,
      @Nullable List<FieldSpec> children) {
    int dot = name.indexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      return new FieldSpec(name, exclude, transformers, children);
    }
    FieldSpec inner = dotted(name.substring(dot + 1), exclude, transformers, children);
    return new FieldSpec(name.substring(0, dot), false, List.of(), List.of(inner));
  }
}
