package org.kituo.data.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Figures;
import org.kituo.data.evaluation.ItemValues;
import org.kituo.data.evaluation.Place;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.MissingValueStrategy;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.Values;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.constant.Operator;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * A validation rule ready to be tested at any number of places. It is tested where there is any
 * figure that some rule compares, at units of its levels (all if it names none). Two numbers are
 * equal if they differ by less than a billionth of the greater.
 */
final class RuleTest {
  private static final double SAME = 1e-9;

  private final ValidationRule rule;
  private final Side left;
  private final Side right;
  private final ItemValues values;
  private final List<Integer> elements = new ArrayList<>();

  private record Side(CompiledExpression expression, MissingValueStrategy strategy) {}

  private RuleTest(ValidationRule rule, Side left, Side right, ItemValues values) {
    this.rule = rule;
    this.left = left;
    this.right = right;
    this.values = values;
    elements.addAll(values.elements(left.expression()));
    elements.addAll(values.elements(right.expression()));
  }

  /** The test of a rule; empty if its sides are not well-formed. */
  static Optional<RuleTest> of(ValidationRule rule, ItemValues values) {
    Side left = side(rule.leftSide());
    Side right = side(rule.rightSide());
    return left == null || right == null || rule.operator() == null
        ? Optional.empty()
        : Optional.of(new RuleTest(rule, left, right, values));
  }

  private static @Nullable Side side(org.kituo.model.metadata.@Nullable Expression side) {
    if (side == null
        || side.expression() == null
        || !(Expression.parse(side.expression(), ParseType.VALIDATION_RULE)
            instanceof ParseResult.Success success)) {
      return null;
    }
    MissingValueStrategy strategy =
        side.missingValueStrategy() == null
            ? MissingValueStrategy.SKIP_IF_ALL_VALUES_MISSING
            : MissingValueStrategy.valueOf(side.missingValueStrategy().name());
    return new Side(success.expression().compile(), strategy);
  }

  ValidationRule rule() {
    return rule;
  }

  /** The keys of the data elements that are compared. */
  List<Integer> elements() {
    return elements;
  }

  /** The violation at a place, if there is one. */
  Optional<Violation> test(Figures figures, Place place, MetadataSnapshot snapshot) {
    if (figures.at(place).isEmpty() || !isOfLevel(place.orgUnit(), snapshot)) {
      return Optional.empty();
    }
    double a = number(left, figures, place);
    double b = number(right, figures, place);
    return isViolated(rule.operator(), a, b)
        ? Optional.of(new Violation(rule, place, a, b))
        : Optional.empty();
  }

  private boolean isOfLevel(int orgUnit, MetadataSnapshot snapshot) {
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, orgUnit);
    return unit != null
        && (rule.organisationUnitLevels().isEmpty()
            || rule.organisationUnitLevels().contains(Hierarchy.level(unit, snapshot)));
  }

  private double number(Side side, Figures figures, Place place) {
    return side.expression()
        .number(
            Values.of(side.expression().items(), item -> values.value(item, figures, place)),
            side.strategy());
  }

  private static boolean isViolated(@Nullable Operator operator, double a, double b) {
    boolean both = !Double.isNaN(a) && !Double.isNaN(b);
    if (operator == Operator.compulsory_pair) {
      return Double.isNaN(a) != Double.isNaN(b);
    }
    if (operator == Operator.exclusive_pair) {
      return both;
    }
    return both && operator != null && !holds(operator, a, b);
  }

  private static boolean holds(Operator operator, double a, double b) {
    boolean same = Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    return switch (operator) {
      case equal_to -> same;
      case not_equal_to -> !same;
      case greater_than -> a > b && !same;
      case greater_than_or_equal_to -> a > b || same;
      case less_than -> a < b && !same;
      case less_than_or_equal_to -> a < b || same;
      case compulsory_pair, exclusive_pair -> true;
    };
  }
}
