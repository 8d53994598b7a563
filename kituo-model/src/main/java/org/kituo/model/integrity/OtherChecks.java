package org.kituo.model.integrity;

import static org.kituo.model.integrity.Finders.unreferred;
import static org.kituo.model.integrity.Finders.where;
import static org.kituo.model.integrity.IntegrityCheck.Severity.SEVERE;
import static org.kituo.model.integrity.IntegrityCheck.Severity.WARNING;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.Dashboard;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataElementGroupSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.IndicatorGroup;
import org.kituo.model.metadata.IndicatorGroupSet;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OptionGroup;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ProgramIndicatorGroup;
import org.kituo.model.metadata.ProgramRule;
import org.kituo.model.metadata.ProgramRuleAction;
import org.kituo.model.metadata.ProgramRuleVariable;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.TrackedEntityAttribute;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.metadata.constant.ProgramRuleActionType;
import org.kituo.model.metadata.constant.ProgramRuleVariableSourceType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The checks of groups, option sets, dashboards, users and programs. */
final class OtherChecks {
  private static final String RULES = "Program rules";
  private static final String USERS = "Users";

  static final List<IntegrityCheck> ALL =
      Stream.of(groups(), options(), users(), programs()).flatMap(List::stream).toList();

  private OtherChecks() {}

  private static List<IntegrityCheck> groups() {
    return List.of(
        scarce("category_option_groups", CategoryOptionGroup.class, g -> g.categoryOptions()),
        scarce(
            "category_option_group_sets",
            CategoryOptionGroupSet.class,
            g -> g.categoryOptionGroups()),
        scarce("data_element_groups", DataElementGroup.class, g -> g.dataElements()),
        scarce("data_element_group_sets", DataElementGroupSet.class, g -> g.dataElementGroups()),
        scarce("indicator_groups", IndicatorGroup.class, g -> g.indicators()),
        scarce("indicator_group_sets", IndicatorGroupSet.class, g -> g.indicatorGroups()),
        scarce("organisation_unit_groups", OrganisationUnitGroup.class, g -> g.organisationUnits()),
        scarce(
            "organisation_unit_group_sets",
            OrganisationUnitGroupSet.class,
            g -> g.organisationUnitGroups()),
        scarce("program_indicator_groups", ProgramIndicatorGroup.class, g -> g.programIndicators()),
        scarce("validation_rule_groups", ValidationRuleGroup.class, g -> g.validationRules()),
        scarce("user_groups", UserGroup.class, g -> g.users()),
        new IntegrityCheck(
            "org_unit_groups_without_group_sets",
            "Group size",
            20,
            WARNING,
            OrganisationUnitGroup.class,
            "Organisation unit groups which are in no group set",
            "Add the group to a group set, so that analytics can show it as a dimension.",
            unreferred(
                OrganisationUnitGroup.class,
                OrganisationUnitGroupSet.class,
                "organisationUnitGroups")));
  }

  /** Groups of fewer than two members. */
  private static <G extends MetadataObject> IntegrityCheck scarce(
      String plural, Class<G> type, Function<G, List<?>> members) {
    return new IntegrityCheck(
        plural + "_scarce",
        "Group size",
        1,
        WARNING,
        type,
        "There should be more than one member in each of: " + plural.replace('_', ' '),
        "Add the members that belong together, or delete the group.",
        where(type, (group, s) -> members.apply(group).size() < 2));
  }

  private static List<IntegrityCheck> options() {
    return List.of(
        new IntegrityCheck(
            "option_sets_empty",
            "Option sets",
            1,
            WARNING,
            OptionSet.class,
            "Option sets without options",
            "Give the set options, or delete it.",
            where(OptionSet.class, (o, s) -> o.options().isEmpty())),
        new IntegrityCheck(
            "option_sets_wrong_sort_order",
            "Option sets",
            2,
            SEVERE,
            OptionSet.class,
            "Option sets with options whose sort orders are not 1, 2, 3, ...",
            "Sort the options anew.",
            where(OptionSet.class, OtherChecks::isDisordered)),
        new IntegrityCheck(
            "unused_option_sets",
            "Option sets",
            3,
            WARNING,
            OptionSet.class,
            "Option sets that nothing uses",
            "Delete them.",
            where(
                OptionSet.class,
                (o, s) ->
                    s.referrers(o, DataElement.class, "optionSet").isEmpty()
                        && s.referrers(o, DataElement.class, "commentOptionSet").isEmpty()
                        && s.referrers(o, TrackedEntityAttribute.class, "optionSet").isEmpty())),
        new IntegrityCheck(
            "option_groups_empty",
            "Option sets",
            4,
            WARNING,
            OptionGroup.class,
            "Option groups without options",
            "Give the group options, or delete it.",
            where(OptionGroup.class, (g, s) -> g.options().isEmpty())),
        new IntegrityCheck(
            "dashboards_no_items",
            "Analytical objects",
            1,
            WARNING,
            Dashboard.class,
            "Dashboards without items",
            "Put something on the dashboard, or delete it.",
            where(Dashboard.class, (d, s) -> d.dashboardItems().isEmpty())));
  }

  private static boolean isDisordered(OptionSet set, MetadataSnapshot snapshot) {
    int[] orders =
        set.options().stream()
            .flatMap(ref -> snapshot.find(Option.class, ref.id()).stream())
            .mapToInt(option -> option.sortOrder() == null ? 0 : option.sortOrder())
            .sorted()
            .toArray();
    return IntStream.range(0, orders.length).anyMatch(i -> orders[i] != i + 1);
  }

  private static List<IntegrityCheck> users() {
    return List.of(
        new IntegrityCheck(
            "user_roles_no_authorities",
            USERS,
            1,
            WARNING,
            UserRole.class,
            "User roles without authorities",
            "Give the role authorities, or delete it.",
            where(UserRole.class, (r, s) -> r.authorities().isEmpty())),
        new IntegrityCheck(
            "user_roles_with_no_users",
            USERS,
            2,
            WARNING,
            UserRole.class,
            "User roles that no user has",
            "Delete them.",
            unreferred(UserRole.class, User.class, "userRoles")),
        new IntegrityCheck(
            "users_with_all_authority",
            USERS,
            3,
            WARNING,
            User.class,
            "Users with the authority ALL",
            "Leave it to those few who keep the system.",
            where(User.class, (u, s) -> !u.disabled() && Actor.of(u, s).isSuper())),
        new IntegrityCheck(
            "users_with_no_user_role",
            USERS,
            4,
            WARNING,
            User.class,
            "Users without a role",
            "Give the user a role, or disable the account.",
            where(User.class, (u, s) -> u.userRoles().isEmpty())),
        new IntegrityCheck(
            "users_capture_ou_not_in_data_view_ou",
            USERS,
            5,
            WARNING,
            User.class,
            "Users who enter figures for units whose figures they may not view",
            "Add the units, or one above them, to the units for viewing.",
            where(User.class, OtherChecks::entersUnseen)),
        new IntegrityCheck(
            "users_with_invalid_usernames",
            USERS,
            6,
            SEVERE,
            User.class,
            "Users with an invalid name for logging in",
            "Make an account with a name of 4 to 255 letters, digits or one of . _ - @ +.",
            where(
                User.class,
                (u, s) ->
                    u.username() == null || !u.username().matches("[a-zA-Z0-9._@+-]{2,255}"))));
  }

  private static boolean entersUnseen(User user, MetadataSnapshot snapshot) {
    List<Ref<OrganisationUnit>> views = user.dataViewOrganisationUnits();
    return !views.isEmpty()
        && user.organisationUnits().stream()
            .flatMap(ref -> snapshot.find(OrganisationUnit.class, ref.id()).stream())
            .anyMatch(unit ->
                views.stream().noneMatch(view -> Hierarchy.within(unit, view.id(), snapshot)));
  }

  private static List<IntegrityCheck> programs() {
    return List.of(
        rule(
            "program_rules_without_condition",
            "Program rules without a condition",
            r -> r.condition() == null || r.condition().isBlank()),
        rule(
            "program_rules_no_priority",
            "Program rules without a priority",
            r -> r.priority() == null),
        rule(
            "program_rules_no_action",
            "Program rules without an action",
            r -> r.programRuleActions().isEmpty()),
        variable(
            "program_rule_variables_without_data_element",
            "Program rule variables that read a data element and name none",
            v -> isFrom(v, "DATAELEMENT") && v.dataElement() == null),
        variable(
            "program_rule_variables_without_attribute",
            "Program rule variables that read an attribute and name none",
            v ->
                v.programRuleVariableSourceType() == ProgramRuleVariableSourceType.TEI_ATTRIBUTE
                    && v.trackedEntityAttribute() == null),
        action(
            "program_rule_actions_without_data_object",
            "Program rule actions that set a value and do not say whose",
            a ->
                a.programRuleActionType() == ProgramRuleActionType.ASSIGN
                    && a.dataElement() == null
                    && a.trackedEntityAttribute() == null
                    && a.content() == null),
        action(
            "program_rules_message_no_template",
            "Program rule actions that send a message without a template",
            a ->
                (a.programRuleActionType() == ProgramRuleActionType.SENDMESSAGE
                        || a.programRuleActionType() == ProgramRuleActionType.SCHEDULEMESSAGE)
                    && a.templateUid() == null),
        action(
            "program_rule_actions_without_section",
            "Program rule actions that hide a section and name none",
            a ->
                a.programRuleActionType() == ProgramRuleActionType.HIDESECTION
                    && a.programStageSection() == null),
        action(
            "program_rule_actions_without_stage",
            "Program rule actions that hide a stage and name none",
            a ->
                a.programRuleActionType() == ProgramRuleActionType.HIDEPROGRAMSTAGE
                    && a.programStage() == null),
        new IntegrityCheck(
            "program_indicators_without_expression",
            "Program indicators",
            1,
            SEVERE,
            ProgramIndicator.class,
            "Program indicators without an expression",
            "Give the indicator an expression.",
            where(
                ProgramIndicator.class,
                (p, s) -> p.expression() == null || p.expression().isBlank())),
        new IntegrityCheck(
            "program_stages_no_program",
            "Program stages",
            1,
            SEVERE,
            ProgramStage.class,
            "Program stages without a program",
            "Delete the stage, or give it a program.",
            where(ProgramStage.class, (stage, s) -> stage.program() == null)));
  }

  private static boolean isFrom(ProgramRuleVariable variable, String word) {
    return variable.programRuleVariableSourceType() != null
        && variable.programRuleVariableSourceType().name().startsWith(word);
  }

  private static IntegrityCheck rule(String name, String title, Predicate<ProgramRule> wrong) {
    return programCheck(name, title, ProgramRule.class, wrong);
  }

  private static IntegrityCheck variable(
      String name, String title, Predicate<ProgramRuleVariable> wrong) {
    return programCheck(name, title, ProgramRuleVariable.class, wrong);
  }

  private static IntegrityCheck action(
      String name, String title, Predicate<ProgramRuleAction> wrong) {
    return programCheck(name, title, ProgramRuleAction.class, wrong);
  }

  private static <T extends MetadataObject> IntegrityCheck programCheck(
      String name, String title, Class<T> type, Predicate<T> wrong) {
    return new IntegrityCheck(
        name,
        RULES,
        1,
        SEVERE,
        type,
        title,
        "Complete or delete it.",
        where(type, (object, s) -> wrong.test(object)));
  }
}
