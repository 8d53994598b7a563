package org.kituo.server.form;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.data.form.Completions;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetNotificationTemplate;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.DataSetNotificationRecipient;
import org.kituo.model.metadata.constant.DataSetNotificationTrigger;
import org.kituo.model.metadata.constant.DeliveryChannel;
import org.kituo.model.metadata.constant.MessageType;
import org.kituo.model.metadata.constant.SendStrategy;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.message.Notices;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.form.Completion;
import org.kituo.store.form.CompletionQuery;
import org.kituo.store.form.CompletionTable;

/**
 * Tells people that forms are complete, and reminds them of those that are not: so many days before
 * or after the end of the period. User groups are told in their inboxes, organisation units by
 * mail; there is nothing that sends SMS.
 */
public final class CompletionNotices implements Completions.Listener {
  private final Supplier<MetadataSnapshot> metadata;
  private final CompletionTable table;
  private final Notices notices;

  /** Over completions, with a way to send. */
  public CompletionNotices(
      Supplier<MetadataSnapshot> metadata, CompletionTable table, Notices notices) {
    this.metadata = metadata;
    this.table = table;
    this.notices = notices;
  }

  @Override
  public void written(List<Completion> completions) {
    MetadataSnapshot snapshot = metadata.get();
    for (Completion done : completions) {
      DataSet set = snapshot.byKey(DataSet.class, done.key().dataSet());
      OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, done.key().orgUnit());
      if (done.completed() && set != null && unit != null) {
        for (DataSetNotificationTemplate template :
            templates(set, DataSetNotificationTrigger.DATA_SET_COMPLETION, snapshot)) {
          Map<String, String> values =
              values(set, unit, snapshot.calendar().ofKey(done.key().period()));
          CategoryOptionCombo combo =
              snapshot.byKey(CategoryOptionCombo.class, done.key().attributeOptionCombo());
          Instant date = Objects.requireNonNullElseGet(done.date(), Instant::now);
          values.put("complete_registration_att_opt_combo", combo == null ? "" : combo.label());
          values.put(
              "complete_registration_user",
              Objects.requireNonNullElse(done.storedBy(), done.lastUpdatedBy()));
          values.put(
              "complete_registration_time",
              Dates.format(LocalDateTime.ofInstant(date, ZoneId.systemDefault())));
          send(template, unit, values, snapshot);
        }
      }
    }
  }

  private static List<DataSetNotificationTemplate> templates(
      DataSet set, DataSetNotificationTrigger trigger, MetadataSnapshot snapshot) {
    return snapshot.referrers(set, DataSetNotificationTemplate.class, "dataSets").stream()
        .filter(template -> template.dataSetNotificationTrigger() == trigger)
        .toList();
  }

  private static Map<String, String> values(DataSet set, OrganisationUnit unit, Period period) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("data_name", set.label());
    values.put("data_description", Objects.requireNonNullElse(set.description(), ""));
    values.put("complete_registration_ou", unit.label());
    values.put("complete_registration_period", period.displayName());
    values.put("current_date", LocalDate.now().toString());
    return values;
  }

  private void send(
      DataSetNotificationTemplate template,
      OrganisationUnit unit,
      Map<String, String> values,
      MetadataSnapshot snapshot) {
    String subject = Notices.filled(template.subjectTemplate(), values);
    String text = Notices.filled(template.messageTemplate(), values);
    if (template.notificationRecipient()
        == DataSetNotificationRecipient.ORGANISATION_UNIT_CONTACT) {
      if (template.deliveryChannels().contains(DeliveryChannel.EMAIL)) {
        notices.mail(unit.email(), subject, text);
      }
    } else {
      notices.send(MessageType.SYSTEM, subject, text, recipients(template, unit, snapshot));
    }
  }

  private static Set<User> recipients(
      DataSetNotificationTemplate template, OrganisationUnit unit, MetadataSnapshot snapshot) {
    if (template.recipientUserGroup() == null) {
      return Set.of();
    }
    Set<User> members =
        Notices.members(
            List.of(template.recipientUserGroup()),
            unit,
            Boolean.TRUE.equals(template.notifyUsersInHierarchyOnly()),
            snapshot);
    OrganisationUnit parent = Hierarchy.parent(unit, snapshot);
    return !Boolean.TRUE.equals(template.notifyParentOrganisationUnitOnly())
        ? members
        : members.stream()
            .filter(user ->
                parent != null && user.organisationUnits().contains(new Ref<>(parent.uid())))
            .collect(Collectors.toSet());
  }

  /** Reminds of the forms that are due; gives the number of templates that had something to say. */
  public int remind(LocalDate today) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    int said = 0;
    for (DataSet set : snapshot.all(DataSet.class)) {
      for (DataSetNotificationTemplate template :
          templates(set, DataSetNotificationTrigger.SCHEDULED_DAYS, snapshot)) {
        int days = Objects.requireNonNullElse(template.relativeScheduledDays(), 0);
        Period due = ending(set, today.minusDays(days), snapshot);
        if (due != null && remind(template, set, due, snapshot)) {
          said++;
        }
      }
    }
    return said;
  }

  /** The period of a data set that ends on a day; null where none does. */
  private static @Nullable Period ending(DataSet set, LocalDate day, MetadataSnapshot snapshot) {
    return PeriodType.ofApiName(String.valueOf(set.periodType()))
        .map(type -> snapshot.calendar().containing(type, day))
        .filter(period -> period.end().equals(day))
        .orElse(null);
  }

  private boolean remind(
      DataSetNotificationTemplate template, DataSet set, Period due, MetadataSnapshot snapshot)
      throws SQLException {
    Map<Set<User>, List<String>> summaries = new LinkedHashMap<>();
    List<OrganisationUnit> units = incomplete(set, due, snapshot);
    for (OrganisationUnit unit : units) {
      Map<String, String> values = values(set, unit, due);
      if (template.sendStrategy() == SendStrategy.COLLECTIVE_SUMMARY
          && template.notificationRecipient() == DataSetNotificationRecipient.USER_GROUP) {
        summaries
            .computeIfAbsent(recipients(template, unit, snapshot), u -> new ArrayList<>())
            .add(Notices.filled(template.messageTemplate(), values));
      } else {
        send(template, unit, values, snapshot);
      }
    }
    summaries.forEach((users, lines) ->
        notices.send(
            MessageType.SYSTEM,
            "%d forms of %s for %s are not complete"
                .formatted(lines.size(), set.label(), due.displayName()),
            String.join("\n", lines),
            users));
    return !units.isEmpty();
  }

  private List<OrganisationUnit> incomplete(DataSet set, Period period, MetadataSnapshot snapshot)
      throws SQLException {
    List<OrganisationUnit> units =
        set.organisationUnits().stream()
            .flatMap(ref -> snapshot.find(OrganisationUnit.class, ref.id()).stream())
            .toList();
    Set<Integer> complete = new HashSet<>();
    table
        .read(
            new CompletionQuery(
                new int[] {snapshot.key(set)},
                units.stream().mapToInt(snapshot::key).toArray(),
                List.of(new KeySpan(period.key(), period.key())),
                null,
                0))
        .stream()
        .filter(Completion::completed)
        .forEach(done -> complete.add(done.key().orgUnit()));
    return units.stream().filter(unit -> !complete.contains(snapshot.key(unit))).toList();
  }
}
