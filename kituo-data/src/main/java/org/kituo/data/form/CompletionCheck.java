package org.kituo.data.form;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryLocks;
import org.kituo.data.datavalue.EntryTime;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.data.datavalue.Identifiers;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.form.CompletionSummary.Conflict;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.form.Completion;

/** Whether completions can be taken, one by one; what is wrong is collected. */
final class CompletionCheck {
  private final ImportOptions options;
  private final Actor actor;
  private final MetadataSnapshot snapshot;
  private final Identifiers names;
  private final DataValueReader reader;
  private final EntryLocks locks;
  private final EntryTime time;
  private final List<Conflict> conflicts = new ArrayList<>();

  CompletionCheck(
      ImportOptions options,
      Actor actor,
      MetadataSnapshot snapshot,
      DataValueReader reader,
      EntryLocks locks,
      EntryTime time) {
    this.options = options;
    this.actor = actor;
    this.snapshot = snapshot;
    this.names = new Identifiers(snapshot);
    this.reader = reader;
    this.locks = locks;
    this.time = time;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  /** The completion to write; empty if something is wrong with it. */
  Optional<Completion> check(CompletionEntry entry, String user) throws SQLException {
    int before = conflicts.size();
    DataSet set = find(DataSet.class, "dataSetIdScheme", entry.dataSet(), "Data set");
    if (set != null && !AccessRules.may(actor, AccessRules.Action.DATA_WRITE, set, snapshot)) {
      conflict(entry.dataSet(), "Data set not found or not accessible");
    }
    Period period = period(entry.period());
    OrganisationUnit unit =
        find(
            OrganisationUnit.class,
            "orgUnitIdScheme",
            entry.organisationUnit(),
            "Organisation unit");
    if (unit != null
        && !actor.isSuper()
        && !AccessRules.within(unit, actor.captureUnits(), snapshot)) {
      conflict(
          entry.organisationUnit(),
          "Organisation unit is not in hierarchy of user: " + actor.user().username());
    }
    CategoryOptionCombo attribute = attribute(entry.attributeOptionCombo());
    LocalDateTime date = entry.date() == null ? null : Dates.parse(entry.date());
    if (entry.date() != null && date == null) {
      conflict(entry.date(), "Date is not valid");
    }
    if (set == null || period == null || unit == null || attribute == null) {
      return Optional.empty();
    }
    FormTarget form = new FormTarget(set, period, unit, attribute);
    if (conflicts.size() == before) {
      checkForm(form, entry.completed());
    }
    return conflicts.size() > before
        ? Optional.empty()
        : Optional.of(
            Completion.toWrite(
                form.key(snapshot),
                entry.completed(),
                date == null ? null : date.atZone(ZoneId.systemDefault()).toInstant(),
                entry.storedBy(),
                user));
  }

  private void checkForm(FormTarget form, boolean completed) throws SQLException {
    closed(form).ifPresent(reason -> conflict(form.period().iso(), reason));
    for (String operand : completed ? missing(form) : List.<String>of()) {
      conflict("dataElementOperand", operand + " needs to be filled. It is compulsory.");
    }
  }

  /** Why the form cannot be changed by the user; empty where it can. */
  Optional<String> closed(FormTarget form) throws SQLException {
    DataSet set = form.dataSet();
    Period period = form.period();
    if (!locks.isTimely(time, form, snapshot)) {
      return Optional.of("Data set %s is not open for the period".formatted(set.uid()));
    }
    if (!time.isOpen(form.unit(), period)) {
      return Optional.of(
          "Organisation unit %s is not open for the period".formatted(form.unit().uid()));
    }
    if (!time.isOpen(form.attribute(), set, period, snapshot)) {
      return Optional.of(
          "Attribute option combo %s is not valid in the period".formatted(form.attribute().uid()));
    }
    boolean approved =
        !time.forced()
            && set.workflow() != null
            && locks.approved(set, List.of(period)).has(period, form.unit(), form.attribute());
    return approved
        ? Optional.of("Data of data set %s are approved for the period".formatted(set.uid()))
        : Optional.empty();
  }

  /** The names of the operands without which the form cannot be completed and that are empty. */
  List<String> missing(FormTarget form) throws SQLException {
    List<DataElementOperand> compulsory = form.dataSet().compulsoryDataElementOperands();
    if (!form.dataSet().compulsoryFieldsCompleteOnly() || compulsory.isEmpty()) {
      return List.of();
    }
    record Cell(int element, int combo) {}
    Set<Cell> filled = new HashSet<>();
    int period = form.period().key();
    reader.read(
        DataValueQuery.of(
                FormTarget.elements(form.dataSet(), snapshot),
                new int[] {snapshot.key(form.unit())},
                List.of(new KeySpan(period, period)))
            .withAttributeOptionCombos(snapshot.key(form.attribute())),
        value ->
            filled.add(new Cell(value.key().dataElement(), value.key().categoryOptionCombo())));
    List<String> missing = new ArrayList<>();
    for (DataElementOperand operand : compulsory) {
      DataElement element =
          operand.dataElement() == null
              ? null
              : snapshot.get(DataElement.class, operand.dataElement().id());
      CategoryOptionCombo combo =
          operand.categoryOptionCombo() == null
              ? snapshot.get(CategoryOptionCombo.class, DefaultObjects.CATEGORY_OPTION_COMBO)
              : snapshot.get(CategoryOptionCombo.class, operand.categoryOptionCombo().id());
      if (element != null
          && combo != null
          && !filled.contains(new Cell(snapshot.key(element), snapshot.key(combo)))) {
        missing.add(label(element, combo));
      }
    }
    return missing;
  }

  private static String label(DataElement element, CategoryOptionCombo combo) {
    return combo.uid().equals(DefaultObjects.CATEGORY_OPTION_COMBO)
        ? String.valueOf(element.name())
        : element.name() + " " + combo.name();
  }

  private @Nullable CategoryOptionCombo attribute(@Nullable String text) {
    if (text == null) {
      return snapshot.get(CategoryOptionCombo.class, DefaultObjects.CATEGORY_OPTION_COMBO);
    }
    return find(
        CategoryOptionCombo.class, "attributeOptionComboIdScheme", text, "Attribute option combo");
  }

  private @Nullable Period period(@Nullable String text) {
    try {
      return snapshot.calendar().parse(text == null ? "" : text);
    } catch (InvalidPeriodException e) {
      conflict(text, "Period is not valid");
      return null;
    }
  }

  private <T extends MetadataObject> @Nullable T find(
      Class<T> type, String schemeParameter, @Nullable String text, String noun) {
    IdScheme scheme = options.scheme(schemeParameter);
    T found = text == null ? null : names.find(type, scheme, text);
    if (found == null) {
      conflict(text, noun + " not found or not accessible");
    }
    return found;
  }

  private void conflict(@Nullable String object, String value) {
    conflicts.add(new Conflict(object == null ? "" : object, value));
  }
}
