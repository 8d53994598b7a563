package org.kituo.data.validation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.evaluation.Figures;
import org.kituo.data.evaluation.Figures.Cell;
import org.kituo.data.evaluation.ItemValues;
import org.kituo.data.evaluation.Place;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.ValidationRuleGroup;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.validation.StoredViolation;
import org.kituo.store.validation.ViolationTable;

/** Finds figures that contradict each other, in one form or in a part of the country. */
public final class Validation {
  /** So many units are looked at together, so that memory does not grow with the country. */
  private static final int UNITS_AT_ONCE = 200;

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;
  private final ViolationTable table;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   */
  public Validation(
      Supplier<MetadataSnapshot> metadata, DataValueReader reader, ViolationTable table) {
    this.metadata = metadata;
    this.reader = reader;
    this.table = table;
  }

  /** The violations that are kept. */
  public ViolationTable table() {
    return table;
  }

  /** The present metadata. */
  public MetadataSnapshot snapshot() {
    return metadata.get();
  }

  /** Whether a rule is tested on the forms of a data set and reads nothing but its elements. */
  public static boolean concerns(ValidationRule rule, DataSet set, MetadataSnapshot snapshot) {
    Set<Integer> ofSet = new HashSet<>();
    IntStream.of(FormTarget.elements(set, snapshot)).forEach(ofSet::add);
    return !rule.skipFormValidation()
        && RuleTest.of(rule, new ItemValues(snapshot))
            .filter(test -> ofSet.containsAll(test.elements()))
            .isPresent();
  }

  /**
   * Whether an actor may know how figures stand to a rule: by its violations figures of all options
   * of its data elements could be told.
   */
  public static boolean mayTest(Actor actor, ValidationRule rule, MetadataSnapshot snapshot) {
    ReadableCombos combos = ReadableCombos.of(actor, snapshot);
    return combos.isAll()
        || RuleTest.of(rule, new ItemValues(snapshot)).stream()
            .flatMap(test -> test.elements().stream())
            .flatMap(key -> Stream.ofNullable(snapshot.byKey(DataElement.class, key)))
            .flatMap(element -> categoryCombos(element, snapshot))
            .allMatch(combos::allowsAll);
  }

  /** Those of a data element, by itself and in data sets. */
  private static Stream<Ref<CategoryCombo>> categoryCombos(
      DataElement element, MetadataSnapshot snapshot) {
    return Stream.concat(
            Stream.of(Optional.ofNullable(element.categoryCombo())),
            snapshot.referrers(element, DataSet.class, "dataSetElements").stream()
                .flatMap(set -> set.dataSetElements().stream())
                .filter(member ->
                    member.dataElement() != null && member.dataElement().id().equals(element.uid()))
                .map(member -> Optional.ofNullable(member.categoryCombo())))
        .flatMap(Optional::stream);
  }

  /** The violations in one form of the rules that are tested on forms. */
  public List<Violation> form(FormTarget form, Actor actor) throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    ItemValues values = new ItemValues(snapshot);
    Set<Integer> ofSet = new HashSet<>();
    IntStream.of(FormTarget.elements(form.dataSet(), snapshot)).forEach(ofSet::add);
    List<RuleTest> tests =
        tests(
            snapshot.all(ValidationRule.class),
            rule ->
                !rule.skipFormValidation()
                    && mayTest(actor, rule, snapshot)
                    && form.period().type().apiName().equals(rule.periodType()),
            values);
    tests.removeIf(test -> test.elements().stream().noneMatch(ofSet::contains));
    int period = form.period().key();
    Figures figures =
        figures(tests, new int[] {snapshot.key(form.unit())}, List.of(new KeySpan(period, period)));
    Place place = new Place(snapshot.key(form.unit()), period, snapshot.key(form.attribute()));
    return tests.stream().flatMap(test -> test.test(figures, place, snapshot).stream()).toList();
  }

  /** The cells of a form that have neither a value nor a comment, where one is required. */
  public List<Cell> uncommented(FormTarget form, List<Cell> cells) throws SQLException {
    if (!form.dataSet().noValueRequiresComment()) {
      return List.of();
    }
    MetadataSnapshot snapshot = metadata.get();
    Set<Cell> known = new HashSet<>();
    int period = form.period().key();
    reader.read(
        DataValueQuery.of(
                FormTarget.elements(form.dataSet(), snapshot),
                new int[] {snapshot.key(form.unit())},
                List.of(new KeySpan(period, period)))
            .withAttributeOptionCombos(snapshot.key(form.attribute())),
        value -> {
          if (isSaid(value)) {
            known.add(new Cell(value.key().dataElement(), value.key().categoryOptionCombo()));
          }
        });
    return cells.stream().filter(cell -> !known.contains(cell)).toList();
  }

  private static boolean isSaid(DataValue value) {
    return (value.value() != null && !value.value().isEmpty())
        || (value.comment() != null && !value.comment().isBlank());
  }

  /** The rules of a group. */
  public static List<ValidationRule> rules(ValidationRuleGroup group, MetadataSnapshot snapshot) {
    return group.validationRules().stream()
        .flatMap(ref -> snapshot.find(ValidationRule.class, ref.id()).stream())
        .toList();
  }

  /**
   * The violations of rules that an actor may know of, at some units, in all periods within some
   * days.
   *
   * @param units the keys of the units
   * @param most the most violations to give
   * @param keep whether they are kept
   * @param actor who asks; empty for the system itself, which sees all
   */
  public List<Violation> analyse(
      Collection<ValidationRule> rules,
      int[] units,
      LocalDate from,
      LocalDate to,
      int most,
      boolean keep,
      Optional<Actor> actor)
      throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    Map<PeriodType, List<ValidationRule>> byType = new LinkedHashMap<>();
    for (ValidationRule rule :
        rules.stream().filter(r -> actor.map(a -> mayTest(a, r, snapshot)).orElse(true)).toList()) {
      PeriodType.ofApiName(String.valueOf(rule.periodType()))
          .ifPresent(type -> byType.computeIfAbsent(type, t -> new ArrayList<>()).add(rule));
    }
    List<Violation> found = new ArrayList<>();
    for (Map.Entry<PeriodType, List<ValidationRule>> entry : byType.entrySet()) {
      List<Period> periods = snapshot.calendar().periodsWithin(entry.getKey(), from, to);
      if (!periods.isEmpty()) {
        analyse(
            tests(entry.getValue(), r -> true, new ItemValues(snapshot)),
            units,
            periods,
            most,
            found,
            actor.map(a -> ReadableCombos.of(a, snapshot)),
            snapshot);
      }
    }
    if (keep) {
      table.write(found.stream().map(violation -> stored(violation, snapshot)).toList());
    }
    return found;
  }

  private void analyse(
      List<RuleTest> tests,
      int[] units,
      List<Period> periods,
      int most,
      List<Violation> found,
      Optional<ReadableCombos> combos,
      MetadataSnapshot snapshot)
      throws SQLException {
    List<KeySpan> spans = List.of(new KeySpan(periods.getFirst().key(), periods.getLast().key()));
    for (int at = 0; at < units.length && found.size() < most; at += UNITS_AT_ONCE) {
      int[] some =
          java.util.Arrays.copyOfRange(units, at, Math.min(units.length, at + UNITS_AT_ONCE));
      Figures figures = figures(tests, some, spans);
      for (Place place : figures.places()) {
        if (!combos.map(c -> c.allows(place.attributeOptionCombo())).orElse(true)) {
          continue;
        }
        for (RuleTest test : tests) {
          Optional<Violation> violation = test.test(figures, place, snapshot);
          if (violation.isPresent() && found.size() < most) {
            found.add(violation.get());
          }
        }
      }
    }
  }

  private static StoredViolation stored(Violation violation, MetadataSnapshot snapshot) {
    return new StoredViolation(
        0,
        Instant.EPOCH,
        snapshot.key(violation.rule()),
        violation.place().period(),
        violation.place().orgUnit(),
        violation.place().attributeOptionCombo(),
        violation.left(),
        violation.right(),
        false);
  }

  /** The keys of a unit and all below it. */
  public static int[] unitsBelow(OrganisationUnit top, MetadataSnapshot snapshot) {
    List<OrganisationUnit> units = new ArrayList<>(List.of(top));
    for (int next = 0; next < units.size(); next++) {
      units.addAll(Hierarchy.children(units.get(next), snapshot));
    }
    return units.stream().mapToInt(snapshot::key).toArray();
  }

  private static List<RuleTest> tests(
      Collection<ValidationRule> rules, Predicate<ValidationRule> wanted, ItemValues values) {
    List<RuleTest> tests = new ArrayList<>();
    for (ValidationRule rule : rules) {
      if (wanted.test(rule)) {
        RuleTest.of(rule, values).ifPresent(tests::add);
      }
    }
    return tests;
  }

  private Figures figures(List<RuleTest> tests, int[] units, List<KeySpan> spans)
      throws SQLException {
    int[] elements =
        tests.stream()
            .flatMap(test -> test.elements().stream())
            .mapToInt(Integer::intValue)
            .distinct()
            .toArray();
    return Figures.load(reader, DataValueQuery.of(elements, units, spans));
  }

  /** What the data elements of one side of a rule are at a place, by name. */
  public Map<String, Double> side(org.kituo.model.metadata.@Nullable Expression side, Place place)
      throws SQLException {
    return new SideValues(metadata.get(), reader).of(side, place);
  }
}
