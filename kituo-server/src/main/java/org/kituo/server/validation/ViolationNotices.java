package org.kituo.server.validation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Place;
import org.kituo.data.validation.Validation;
import org.kituo.data.validation.Violation;
import org.kituo.model.metadata.Expression;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.ValidationNotificationTemplate;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.metadata.constant.Importance;
import org.kituo.model.metadata.constant.MessageType;
import org.kituo.model.metadata.constant.SendStrategy;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.message.Notices;
import org.kituo.store.validation.StoredViolation;

/**
 * Tells people of violated validation rules, as the templates of the rules say; rules that are in
 * no group are left out, as in DHIS2. A template sends one message for each violation, or those of
 * all such templates together in one message for the same people, the gravest first.
 */
public final class ViolationNotices {
  private final Validation validation;
  private final Notices notices;

  /** Over what is kept, with a way to send. */
  public ViolationNotices(Validation validation, Notices notices) {
    this.validation = validation;
    this.notices = notices;
  }

  /** Sends what is kept and was not sent; gives the number of violations. */
  public int sendKept() throws SQLException {
    MetadataSnapshot snapshot = validation.snapshot();
    List<StoredViolation> kept =
        validation.table().all().stream().filter(v -> !v.notificationSent()).toList();
    List<Violation> violations = new ArrayList<>();
    for (StoredViolation v : kept) {
      ValidationRule rule = snapshot.byKey(ValidationRule.class, v.rule());
      if (rule != null) {
        violations.add(
            new Violation(
                rule,
                new Place(v.orgUnit(), v.period(), v.attributeOptionCombo()),
                v.left(),
                v.right()));
      }
    }
    send(violations);
    validation.table().markSent(kept);
    return violations.size();
  }

  private record Line(Violation violation, String subject, String text) {
    Importance importance() {
      return Objects.requireNonNullElse(violation.rule().importance(), Importance.MEDIUM);
    }
  }

  /** Sends what the templates say of violations. */
  public void send(List<Violation> violations) {
    MetadataSnapshot snapshot = validation.snapshot();
    Map<Set<User>, List<Line>> summaries = new LinkedHashMap<>();
    for (Violation violation : violations) {
      OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, violation.place().orgUnit());
      for (ValidationNotificationTemplate template : templates(violation.rule(), snapshot)) {
        if (unit != null) {
          Set<User> users = recipients(template, unit, snapshot);
          Line line = line(violation, template, unit, snapshot);
          if (template.sendStrategy() == SendStrategy.SINGLE_NOTIFICATION) {
            notices.send(MessageType.VALIDATION_RESULT, line.subject(), line.text(), users);
          } else if (!users.isEmpty()) {
            summaries.computeIfAbsent(users, u -> new ArrayList<>()).add(line);
          }
        }
      }
    }
    summaries.forEach(this::summary);
  }

  private void summary(Set<User> users, List<Line> lines) {
    StringBuilder text = new StringBuilder();
    lines.stream()
        .sorted(Comparator.comparing(Line::importance))
        .forEach(line ->
            text.append(text.isEmpty() ? "" : "\n\n")
                .append(line.subject())
                .append('\n')
                .append(line.text()));
    notices.send(
        MessageType.VALIDATION_RESULT,
        "%d validation violations as of %s".formatted(lines.size(), LocalDate.now()),
        text.toString(),
        users);
  }

  private static List<ValidationNotificationTemplate> templates(
      ValidationRule rule, MetadataSnapshot snapshot) {
    return snapshot.referrers(rule, ValidationRuleGroup.class, "validationRules").isEmpty()
        ? List.of()
        : snapshot.referrers(rule, ValidationNotificationTemplate.class, "validationRules").stream()
            .toList();
  }

  private static Set<User> recipients(
      ValidationNotificationTemplate template, OrganisationUnit unit, MetadataSnapshot snapshot) {
    return new LinkedHashSet<>(
        Notices.members(
            template.recipientUserGroups(),
            unit,
            Boolean.TRUE.equals(template.notifyUsersInHierarchyOnly()),
            snapshot));
  }

  private static Line line(
      Violation violation,
      ValidationNotificationTemplate template,
      OrganisationUnit unit,
      MetadataSnapshot snapshot) {
    ValidationRule rule = violation.rule();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("rule_name", rule.label());
    values.put("rule_description", Objects.requireNonNullElse(rule.description(), ""));
    values.put("operator", ValidationRoutes.symbol(rule.operator()));
    values.put("importance", String.valueOf(rule.importance()));
    values.put("left_side_description", description(rule.leftSide()));
    values.put("right_side_description", description(rule.rightSide()));
    values.put("left_side_value", number(violation.left()));
    values.put("right_side_value", number(violation.right()));
    values.put("org_unit_name", unit.label());
    values.put("period", snapshot.calendar().ofKey(violation.place().period()).displayName());
    values.put("current_date", LocalDate.now().toString());
    return new Line(
        violation,
        Notices.filled(template.subjectTemplate(), values),
        Notices.filled(template.messageTemplate(), values));
  }

  private static String description(@Nullable Expression side) {
    return side == null ? "" : Objects.requireNonNullElse(side.description(), "");
  }

  private static String number(double number) {
    return Double.isNaN(number)
        ? ""
        : new java.math.BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
  }
}
