package org.kituo.model.expression;

import java.util.List;
import java.util.Set;
import org.kituo.model.expression.Reference.Kind;

/**
 * Reads one item of the expression of a program indicator, such as {@code #{stage.element}}, or of
 * a program rule, which refers to its variables by their names.
 */
final class ProgramItemParser {
  /** What a program indicator writes before a stage to speak of the date of its newest event. */
  static final String STAGE_DATE = "PS_EVENTDATE:";

  /** What an enrollment or event knows of itself. */
  private static final Set<String> VARIABLES =
      Set.of(
          "analytics_period_end",
          "analytics_period_start",
          "completed_date",
          "creation_date",
          "current_date",
          "due_date",
          "enrollment_count",
          "enrollment_date",
          "enrollment_id",
          "enrollment_status",
          "environment",
          "event_count",
          "event_date",
          "event_id",
          "event_status",
          "incident_date",
          "org_unit_count",
          "orgunit_code",
          "program_name",
          "program_stage_id",
          "program_stage_name",
          "scheduled_date",
          "scheduled_event_count",
          "sync_date",
          "tei_count",
          "value_count",
          "zero_pos_value_count");

  private final Token token;
  private final ParseType type;
  private final List<Reference> references;

  ProgramItemParser(Token token, ParseType type, List<Reference> references) {
    this.token = token;
    this.type = type;
    this.references = references;
  }

  Item item() {
    String text = token.text();
    if (text.startsWith(STAGE_DATE) && type.isOfProgramIndicator()) {
      refer(Kind.PROGRAM_STAGE, STAGE_DATE.length(), text.length());
      return new Item.OfProgram(text);
    }
    String content = text.substring(text.indexOf('{') + 1, text.length() - 1);
    switch (text.substring(0, Math.max(0, text.indexOf('{')))) {
      case "C" -> {
        refer(Kind.CONSTANT, 2, text.length() - 1);
        return new Item.Constant(content);
      }
      case "V" -> {
        if (!VARIABLES.contains(content)) {
          throw new ParseException(token.start(), "Unknown variable: " + content);
        }
      }
      case "#", "A" -> value(content);
      default ->
          throw new ParseException(
              token.start(), "Not supported in this type of expression: " + text);
    }
    return new Item.OfProgram(text);
  }

  private void value(String content) {
    int end = token.text().length() - 1;
    int dot = content.indexOf('.');
    if (type.isOfRule()) {
      SourceRange range = new SourceRange(token.start() + 2, token.end() - 1);
      references.add(new Reference(Kind.PROGRAM_RULE_VARIABLE, content, range));
    } else if (token.text().startsWith("A")) {
      refer(Kind.TRACKED_ENTITY_ATTRIBUTE, 2, end);
    } else if (dot < 0) {
      throw new ParseException(token.start(), "Expected a stage, a dot and a data element");
    } else {
      refer(Kind.PROGRAM_STAGE, 2, 2 + dot);
      refer(Kind.DATA_ELEMENT, 3 + dot, end);
    }
  }

  private void refer(Kind kind, int from, int to) {
    int start = token.start() + from;
    Token uid =
        new Token(Token.Kind.WORD, token.text().substring(from, to), start, token.start() + to);
    ItemParser.uid(uid, kind, references);
  }
}
