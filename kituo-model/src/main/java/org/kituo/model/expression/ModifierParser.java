package org.kituo.model.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the argument of a modifier whose name has just been seen. */
final class ModifierParser {
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  private static final Set<String> AGGREGATION_TYPES =
      Set.of(
          "SUM",
          "AVERAGE",
          "AVERAGE_SUM_ORG_UNIT",
          "LAST",
          "LAST_AVERAGE_ORG_UNIT",
          "LAST_LAST_ORG_UNIT",
          "LAST_IN_PERIOD",
          "LAST_IN_PERIOD_AVERAGE_ORG_UNIT",
          "FIRST",
          "FIRST_AVERAGE_ORG_UNIT",
          "FIRST_FIRST_ORG_UNIT",
          "COUNT",
          "STDDEV",
          "VARIANCE",
          "MIN",
          "MAX",
          "MIN_SUM_ORG_UNIT",
          "MAX_SUM_ORG_UNIT");

  private final ParseType type;
  private final Token name;
  private final Lexer lexer;

  ModifierParser(ParseType type, Token name, Lexer lexer) {
    this.type = type;
    this.name = name;
    this.lexer = lexer;
  }

  Modifier parse() {
    if (type.isOfProgramIndicator() && name.text().equals("stageOffset")) {
      return new Modifier.StageOffset(offset(lexer.bareWord(), "events"));
    }
    boolean dates = name.text().equals("minDate") || name.text().equals("maxDate");
    if (type != ParseType.INDICATOR && !(dates && type == ParseType.PREDICTOR)) {
      throw new ParseException(
          name.start(), "Not supported in this type of expression: ." + name.text());
    }
    return switch (name.text()) {
      case "aggregationType" -> aggregationType(lexer.bareWord());
      case "periodOffset" -> new Modifier.PeriodOffset(offset(lexer.bareWord(), "periods"));
      case "yearToDate" -> new Modifier.YearToDate();
      case "minDate" -> new Modifier.MinDate(date(lexer.bareWord()));
      case "maxDate" -> new Modifier.MaxDate(date(lexer.bareWord()));
      default -> throw new ParseException(name.start(), "Unknown modifier: ." + name.text());
    };
  }

  private static Modifier aggregationType(Token argument) {
    if (!AGGREGATION_TYPES.contains(argument.text())) {
      throw new ParseException(argument.start(), "Unknown aggregation type: " + argument.text());
    }
    return new Modifier.AggregationType(argument.text());
  }

  private static int offset(Token argument, String of) {
    if (!argument.text().matches("[+-]?\\d{1,6}")) {
      throw new ParseException(
          argument.start(), "Not a whole number of " + of + ": " + argument.text());
    }
    return Integer.parseInt(argument.text());
  }

  private static LocalDate date(Token argument) {
    Matcher matcher = DATE.matcher(argument.text());
    try {
      if (matcher.matches()) {
        return LocalDate.of(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
      }
    } catch (DateTimeException e) {
      // No such day: reported like any other text that is not a date.
    }
    throw new ParseException(argument.start(), "Not a date (year-month-day): " + argument.text());
  }
}
