package org.kituo.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kituo.model.expression.Item.PeriodCount;
import org.kituo.model.expression.Item.ReportingMetric;
import org.kituo.model.expression.Reference.Kind;

/** Reads one item token, such as {@code #{uid.uid}} or {@code [days]}, and the uids in it. */
final class ItemParser {
  private static final Pattern UID = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{10}");

  private final Token token;
  private final ParseType type;
  private final List<Reference> references = new ArrayList<>();
  private final List<Part> parts;

  /** The content between two dots. */
  private record Part(String text, int start) {
    boolean startsWith(String prefix) {
      return text.startsWith(prefix);
    }

    Part after(String prefix) {
      return new Part(text.substring(prefix.length()), start + prefix.length());
    }
  }

  private ItemParser(Token token, ParseType type) {
    this.token = token;
    this.type = type;
    this.parts = new ArrayList<>();
    int brace = token.text().indexOf('{');
    if (brace >= 0) {
      String content = token.text().substring(brace + 1, token.text().length() - 1);
      split(content, '.', token.start() + brace + 1, parts);
    }
  }

  static Node.ItemNode parse(Token token, ParseType type) {
    ItemParser parser = new ItemParser(token, type);
    Item item = parser.item();
    return new Node.ItemNode(item, parser.references, new SourceRange(token.start(), token.end()));
  }

  /** Adds a reference to the object a uid names; refuses what is not a uid. */
  static String uid(Token token, Kind kind, List<Reference> references) {
    if (!UID.matcher(token.text()).matches()) {
      throw new ParseException(token.start(), "Not a uid: " + token.text());
    }
    references.add(new Reference(kind, token.text(), new SourceRange(token.start(), token.end())));
    return token.text();
  }

  private Item item() {
    if (token.text().startsWith("[")) {
      return periodCount();
    }
    if (type.isOfProgram()) {
      return new ProgramItemParser(token, type, references).item();
    }
    int brace = token.text().indexOf('{');
    if (brace < 0) {
      throw unsupported();
    }
    return switch (token.text().substring(0, brace)) {
      case "#" -> dataElements();
      case "C" -> new Item.Constant(only(Kind.CONSTANT));
      case "OUG" -> new Item.OrgUnitGroupSize(only(Kind.ORGANISATION_UNIT_GROUP));
      case "R" -> reportingRate();
      case "I" -> new Item.ProgramIndicator(only(Kind.PROGRAM_INDICATOR));
      case "N" -> {
        requireIndicator();
        yield new Item.Indicator(only(Kind.INDICATOR));
      }
      case "D" -> {
        requireParts(2, 3);
        yield new Item.ProgramDataElement(
            uid(parts.get(0), Kind.PROGRAM), uid(parts.get(1), Kind.DATA_ELEMENT), option());
      }
      case "A" -> {
        requireParts(2, 3);
        yield new Item.ProgramAttribute(
            uid(parts.get(0), Kind.PROGRAM),
            uid(parts.get(1), Kind.TRACKED_ENTITY_ATTRIBUTE),
            option());
      }
      default -> throw unsupported();
    };
  }

  private Item periodCount() {
    for (PeriodCount count : PeriodCount.values()) {
      if (count.token().equals(token.text())) {
        if (count != PeriodCount.DAYS) {
          requireIndicator();
        }
        return count;
      }
    }
    throw unsupported();
  }

  private Item dataElements() {
    requireParts(1, 3);
    Part first = parts.get(0);
    ElementSelector element =
        first.startsWith("deGroup:")
            ? new ElementSelector.Group(uid(first.after("deGroup:"), Kind.DATA_ELEMENT_GROUP))
            : new ElementSelector.Element(uid(first, Kind.DATA_ELEMENT));
    return new Item.DataElements(
        element, options(1, Kind.CATEGORY_OPTION_COMBO), options(2, Kind.ATTRIBUTE_OPTION_COMBO));
  }

  private OptionSelector options(int index, Kind combo) {
    if (index >= parts.size()) {
      return OptionSelector.Any.UNSAID;
    }
    Part part = parts.get(index);
    if (part.text().equals("*")) {
      return OptionSelector.Any.STAR;
    }
    if (part.startsWith("co:")) {
      return new OptionSelector.WithOption(uid(part.after("co:"), Kind.CATEGORY_OPTION));
    }
    if (part.startsWith("coGroup:")) {
      Part groups = part.after("coGroup:");
      List<Part> uids = new ArrayList<>();
      split(groups.text(), '&', groups.start(), uids);
      return new OptionSelector.InGroups(
          uids.stream().map(group -> uid(group, Kind.CATEGORY_OPTION_GROUP)).toList());
    }
    return new OptionSelector.Combo(uid(part, combo));
  }

  private Item reportingRate() {
    requireParts(2, 2);
    String dataSet = uid(parts.get(0), Kind.DATA_SET);
    Part metric = parts.get(1);
    for (ReportingMetric known : ReportingMetric.values()) {
      if (known.name().equals(metric.text())) {
        return new Item.ReportingRate(dataSet, known);
      }
    }
    throw new ParseException(metric.start(), "Unknown reporting rate: " + metric.text());
  }

  private String only(Kind kind) {
    requireParts(1, 1);
    return uid(parts.get(0), kind);
  }

  private Optional<String> option() {
    return parts.size() == 3 ? Optional.of(uid(parts.get(2), Kind.OPTION)) : Optional.empty();
  }

  private String uid(Part part, Kind kind) {
    int end = part.start() + part.text().length();
    return uid(new Token(Token.Kind.WORD, part.text(), part.start(), end), kind, references);
  }

  private void requireParts(int least, int most) {
    if (parts.size() < least || parts.size() > most) {
      throw new ParseException(
          token.start(), "Wrong number of parts between the braces: " + token.text());
    }
  }

  private void requireIndicator() {
    if (type != ParseType.INDICATOR) {
      throw unsupported();
    }
  }

  private ParseException unsupported() {
    return new ParseException(
        token.start(), "Not supported in this type of expression: " + token.text());
  }

  private static void split(String text, char separator, int start, List<Part> parts) {
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(new Part(text.substring(from, at), start + from));
      from = at + 1;
    }
    parts.add(new Part(text.substring(from), start + from));
  }
}
