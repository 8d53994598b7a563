package org.kituo.model.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A token of an expression that stands for a value: {@code #{..}}, {@code C{..}}, {@code [days]},
 * ...
 */
public sealed interface Item {

  /**
   * Whether the item takes part in the missing value strategy. Constants, counts of org units or
   * days and tests of the org unit always have a value and do not.
   */
  default boolean counted() {
    return true;
  }

  /** {@code #{element}}, {@code #{element.combo}}, {@code #{element.combo.attributeCombo}}. */
  record DataElements(
      ElementSelector element,
      OptionSelector categoryOptionCombo,
      OptionSelector attributeOptionCombo)
      implements Item {

    /** Whether the item names no group and no option, so that it is one data element or operand. */
    public boolean isOperand() {
      return element instanceof ElementSelector.Element
          && categoryOptionCombo.isPlain()
          && attributeOptionCombo.isPlain();
    }
  }

  /** {@code C{uid}}. */
  record Constant(String uid) implements Item {
    @Override
    public boolean counted() {
      return false;
    }
  }

  /** {@code OUG{uid}}: how many org units the group has (below the evaluated unit). */
  record OrgUnitGroupSize(String uid) implements Item {
    @Override
    public boolean counted() {
      return false;
    }
  }

  /** {@code R{dataSet.METRIC}}. */
  record ReportingRate(String dataSet, ReportingMetric metric) implements Item {}

  /** {@code N{uid}}: another indicator. */
  record Indicator(String uid) implements Item {}

  /** {@code I{uid}}. */
  record ProgramIndicator(String uid) implements Item {}

  /** {@code D{program.dataElement}} or {@code D{program.dataElement.option}}. */
  record ProgramDataElement(String program, String dataElement, Optional<String> option)
      implements Item {}

  /** {@code A{program.attribute}} or {@code A{program.attribute.option}}. */
  record ProgramAttribute(String program, String attribute, Optional<String> option)
      implements Item {}

  /**
   * A value of one enrollment or event, in the expressions of programs: {@code #{stage.element}},
   * {@code A{attribute}}, {@code V{event_date}}, {@code PS_EVENTDATE:stage}, or the {@code
   * #{variable}} of a program rule.
   *
   * @param token as it is written
   */
  record OfProgram(String token) implements Item {}

  /** {@code orgUnit.group(uid, ..)} and its like: is the evaluated org unit any of these? */
  record OrgUnitTest(OrgUnitRelation relation, List<String> uids) implements Item {
    public OrgUnitTest {
      uids = List.copyOf(uids);
    }

    @Override
    public boolean counted() {
      return false;
    }
  }

  /**
   * {@code subExpression(..)}: evaluated for each stored data row, before the rows are aggregated.
   *
   * @param expression the argument, with positions of its own
   */
  record SubExpression(Expression expression) implements Item {}

  /** Facts about the evaluated period. */
  enum PeriodCount implements Item {
    DAYS("[days]", "[Number of days]"),
    PERIOD_IN_YEAR("[periodInYear]", "[Period in year]"),
    YEARLY_PERIOD_COUNT("[yearlyPeriodCount]", "[Yearly period count]");

    private final String token;
    private final String description;

    PeriodCount(String token, String description) {
      this.token = token;
      this.description = description;
    }

    /** The way it is written. */
    public String token() {
      return token;
    }

    /** The way it is described to people. */
    public String description() {
      return description;
    }

    @Override
    public boolean counted() {
      return false;
    }
  }

  /** The five figures about the reports of a data set. */
  enum ReportingMetric {
    REPORTING_RATE,
    REPORTING_RATE_ON_TIME,
    ACTUAL_REPORTS,
    ACTUAL_REPORTS_ON_TIME,
    EXPECTED_REPORTS;

    /** The metric for people: "Reporting rate on time". */
    public String displayName() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What the evaluated org unit is to the listed objects, with the kind of these objects. */
  enum OrgUnitRelation {
    ANCESTOR("orgUnit.ancestor", Reference.Kind.ORGANISATION_UNIT),
    DATA_SET("orgUnit.dataSet", Reference.Kind.DATA_SET),
    GROUP("orgUnit.group", Reference.Kind.ORGANISATION_UNIT_GROUP),
    PROGRAM("orgUnit.program", Reference.Kind.PROGRAM);

    private final String token;
    private final Reference.Kind kind;

    OrgUnitRelation(String token, Reference.Kind kind) {
      this.token = token;
      this.kind = kind;
    }

    /** The function's name. */
    public String token() {
      return token;
    }

    /** The type of the objects in its arguments. */
    public Reference.Kind kind() {
      return kind;
    }
  }
}
