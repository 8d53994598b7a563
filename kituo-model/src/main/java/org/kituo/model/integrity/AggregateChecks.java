package org.kituo.model.integrity;

import static org.kituo.model.integrity.Finders.alike;
import static org.kituo.model.integrity.Finders.commented;
import static org.kituo.model.integrity.Finders.inSeveralGroups;
import static org.kituo.model.integrity.Finders.unreferred;
import static org.kituo.model.integrity.Finders.where;
import static org.kituo.model.integrity.Finders.wrong;
import static org.kituo.model.integrity.IntegrityCheck.Severity.SEVERE;
import static org.kituo.model.integrity.IntegrityCheck.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.ParseType;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataElementGroupSet;
import org.kituo.model.metadata.DataEntryForm;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.IndicatorGroup;
import org.kituo.model.metadata.IndicatorGroupSet;
import org.kituo.model.metadata.Section;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The checks of data elements, data sets, indicators and validation rules. */
final class AggregateChecks {
  private static final String ELEMENTS = "Data elements (aggregate)";
  private static final String DATA_SETS = "Data sets";
  private static final String INDICATORS = "Indicators";
  private static final String RULES = "Validation rules";

  static final List<IntegrityCheck> ALL =
      List.of(
          new IntegrityCheck(
              "data_elements_aggregate_no_groups",
              ELEMENTS,
              4,
              WARNING,
              DataElement.class,
              "Aggregate data elements not in any data element groups",
              "Add the data element to the group that people look for it in.",
              where(
                  DataElement.class,
                  (e, s) ->
                      isAggregate(e)
                          && s.referrers(e, DataElementGroup.class, "dataElements").isEmpty())),
          new IntegrityCheck(
              "data_elements_violating_exclusive_group_sets",
              ELEMENTS,
              5,
              SEVERE,
              DataElement.class,
              "Data elements which belong to multiple groups in a group set",
              "Leave the data element in one group of each group set.",
              inSeveralGroups(
                  DataElement.class,
                  DataElementGroupSet.class,
                  (set, s) -> set.dataElementGroups(),
                  DataElementGroup.class,
                  DataElementGroup::dataElements)),
          new IntegrityCheck(
              "data_elements_can_aggregate_with_none_operator",
              ELEMENTS,
              6,
              WARNING,
              DataElement.class,
              "Aggregate data elements of numbers with the aggregation operator NONE",
              "Choose how the numbers are aggregated, or leave it where they cannot be.",
              where(
                  DataElement.class,
                  (e, s) ->
                      isAggregate(e)
                          && isNumeric(e)
                          && e.aggregationType() == AggregationType.NONE)),
          new IntegrityCheck(
              "data_elements_cannot_aggregate_operator_not_none",
              ELEMENTS,
              6,
              WARNING,
              DataElement.class,
              "Aggregate data elements of texts with an aggregation operator other than NONE",
              "Choose the aggregation operator NONE.",
              where(
                  DataElement.class,
                  (e, s) ->
                      isAggregate(e)
                          && e.valueType() != null
                          && e.valueType().name().contains("TEXT")
                          && e.aggregationType() != AggregationType.NONE)),
          new IntegrityCheck(
              "data_elements_without_datasets",
              ELEMENTS,
              7,
              WARNING,
              DataElement.class,
              "Aggregate data elements which are not a member of any dataset",
              "Add the data element to a data set, or delete it if nobody reports it any more.",
              where(DataElement.class, (e, s) -> isAggregate(e) && sets(e, s).isEmpty())),
          new IntegrityCheck(
              "data_elements_aggregate_with_different_period_types",
              ELEMENTS,
              8,
              SEVERE,
              DataElement.class,
              "Aggregate data elements which belong to data sets with different period types",
              "Use one data element for each period type.",
              commented(
                  DataElement.class,
                  (e, s) -> {
                    List<DataSet> sets = sets(e, s);
                    boolean differ = sets.stream().map(DataSet::periodType).distinct().count() > 1;
                    return differ
                        ? Optional.of(
                            sets.stream()
                                .map(set -> set.label() + ": " + set.periodType())
                                .sorted()
                                .collect(Collectors.joining(", ")))
                        : Optional.empty();
                  })),
          new IntegrityCheck(
              "data_elements_in_data_set_not_in_form",
              ELEMENTS,
              9,
              WARNING,
              DataElement.class,
              "Data elements of a data set with sections that are in none of its sections",
              "Put the data element into a section, or take it out of the data set.",
              where(DataElement.class, AggregateChecks::isInNoSection)),
          new IntegrityCheck(
              "data_elements_aggregate_no_analysis",
              ELEMENTS,
              10,
              WARNING,
              DataElement.class,
              "Aggregate data elements that no analysis shows and no indicator uses",
              "Use the data element or stop collecting it.",
              where(DataElement.class, (e, s) -> isAggregate(e) && !UsedItems.contains(e, s))),
          new IntegrityCheck(
              "datasets_empty",
              DATA_SETS,
              1,
              WARNING,
              DataSet.class,
              "Data sets without data elements",
              "Add data elements, or delete the data set.",
              where(DataSet.class, (d, s) -> d.dataSetElements().isEmpty())),
          new IntegrityCheck(
              "datasets_not_assigned_to_org_units",
              DATA_SETS,
              2,
              WARNING,
              DataSet.class,
              "Data sets which are not assigned to organisation units",
              "Assign the data set to the units that report it.",
              where(DataSet.class, (d, s) -> d.organisationUnits().isEmpty())),
          new IntegrityCheck(
              "datasets_custom_data_entry_forms_empty",
              DATA_SETS,
              3,
              WARNING,
              DataSet.class,
              "Data sets with an empty custom form",
              "Fill the form or remove it from the data set.",
              where(
                  DataSet.class,
                  (d, s) ->
                      d.dataEntryForm() != null
                          && s.find(DataEntryForm.class, d.dataEntryForm().id())
                              .map(f -> f.htmlCode() == null || f.htmlCode().isBlank())
                              .orElse(true))),
          new IntegrityCheck(
              "indicators_not_grouped",
              INDICATORS,
              2,
              WARNING,
              Indicator.class,
              "Indicators not included in any groups",
              "Add the indicator to the group that people look for it in.",
              unreferred(Indicator.class, IndicatorGroup.class, "indicators")),
          new IntegrityCheck(
              "indicators_exact_duplicates",
              INDICATORS,
              3,
              WARNING,
              Indicator.class,
              "Indicators with identical formulas",
              "Leave one of them.",
              alike(
                  Indicator.class,
                  (i, s) ->
                      Arrays.asList(
                          bare(i.numerator()),
                          bare(i.denominator()),
                          i.indicatorType(),
                          i.annualized()))),
          new IntegrityCheck(
              "indicators_violating_exclusive_group_sets",
              INDICATORS,
              4,
              SEVERE,
              Indicator.class,
              "Indicators which belong to multiple groups in a group set",
              "Leave the indicator in one group of each group set.",
              inSeveralGroups(
                  Indicator.class,
                  IndicatorGroupSet.class,
                  (set, s) -> set.indicatorGroups(),
                  IndicatorGroup.class,
                  IndicatorGroup::indicators)),
          new IntegrityCheck(
              "indicators_with_invalid_numerator",
              INDICATORS,
              5,
              SEVERE,
              Indicator.class,
              "Indicators with an invalid numerator",
              "Correct the numerator.",
              commented(Indicator.class, (i, s) -> wrong(i.numerator(), ParseType.INDICATOR, s))),
          new IntegrityCheck(
              "indicators_with_invalid_denominator",
              INDICATORS,
              6,
              SEVERE,
              Indicator.class,
              "Indicators with an invalid denominator",
              "Correct the denominator.",
              commented(Indicator.class, (i, s) -> wrong(i.denominator(), ParseType.INDICATOR, s))),
          new IntegrityCheck(
              "indicator_no_analysis",
              INDICATORS,
              7,
              WARNING,
              Indicator.class,
              "Indicators that no analysis shows",
              "Show the indicator somewhere, or delete it.",
              where(Indicator.class, (i, s) -> !UsedItems.contains(i, s))),
          new IntegrityCheck(
              "validation_rules_without_groups",
              RULES,
              1,
              WARNING,
              ValidationRule.class,
              "Validation rules which are not in a group",
              "Add the rule to a group, so that it is run.",
              unreferred(ValidationRule.class, ValidationRuleGroup.class, "validationRules")),
          new IntegrityCheck(
              "validation_rules_missing_value_strategy_null",
              RULES,
              2,
              SEVERE,
              ValidationRule.class,
              "Validation rules which do not say what a missing value means",
              "Choose a strategy for missing values on both sides.",
              where(
                  ValidationRule.class,
                  (r, s) ->
                      r.leftSide() != null && r.leftSide().missingValueStrategy() == null
                          || r.rightSide() != null
                              && r.rightSide().missingValueStrategy() == null)),
          new IntegrityCheck(
              "validation_rules_with_invalid_left_side_expression",
              RULES,
              3,
              SEVERE,
              ValidationRule.class,
              "Validation rules with an invalid left side",
              "Correct the left side.",
              commented(
                  ValidationRule.class,
                  (r, s) ->
                      r.leftSide() == null
                          ? Optional.of("The side is missing")
                          : wrong(r.leftSide().expression(), ParseType.VALIDATION_RULE, s))),
          new IntegrityCheck(
              "validation_rules_with_invalid_right_side_expression",
              RULES,
              4,
              SEVERE,
              ValidationRule.class,
              "Validation rules with an invalid right side",
              "Correct the right side.",
              commented(
                  ValidationRule.class,
                  (r, s) ->
                      r.rightSide() == null
                          ? Optional.of("The side is missing")
                          : wrong(r.rightSide().expression(), ParseType.VALIDATION_RULE, s))));

  private AggregateChecks() {}

  private static boolean isAggregate(DataElement element) {
    return element.domainType() == DataElementDomain.AGGREGATE;
  }

  private static boolean isNumeric(DataElement element) {
    return element.valueType() != null && element.valueType().isNumeric();
  }

  private static List<DataSet> sets(DataElement element, MetadataSnapshot snapshot) {
    return snapshot.referrers(element, DataSet.class, "dataSetElements");
  }

  private static boolean isInNoSection(DataElement element, MetadataSnapshot snapshot) {
    List<Section> sections = snapshot.referrers(element, Section.class, "dataElements");
    return sets(element, snapshot).stream()
        .filter(set -> !snapshot.referrers(set, Section.class, "dataSet").isEmpty())
        .anyMatch(
            set -> sections.stream().noneMatch(x -> new Ref<>(set.uid()).equals(x.dataSet())));
  }

  private static String bare(@Nullable String expression) {
    return expression == null ? "" : expression.replaceAll("\\s+", "");
  }
}
