package org.kituo.data.prediction;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Figures;
import org.kituo.data.evaluation.Figures.Cell;
import org.kituo.data.evaluation.ItemValues;
import org.kituo.data.evaluation.Place;
import org.kituo.data.validation.Validation;
import org.kituo.model.access.Actor;
import org.kituo.model.expression.ForEach;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.PredictorGroup;
import org.kituo.model.metadata.constant.OrganisationUnitDescendants;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.datavalue.DataValueRows;
import org.kituo.store.datavalue.DataValueWriter;

/** Runs predictors and keeps what they predict in the place of what they predicted before. */
public final class Predictions {
  /** So many output units are predicted together, so that memory does not grow with the country. */
  private static final int UNITS_AT_ONCE = 100;

  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;
  private final DataValueWriter writer;

  /**
   * @param metadata gives the present metadata; a run uses one state of it
   */
  public Predictions(
      Supplier<MetadataSnapshot> metadata, DataValueReader reader, DataValueWriter writer) {
    this.metadata = metadata;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * The members of a group in the order in which they run, which is that of their names: each sees
   * what those before it have predicted.
   */
  public static List<Predictor> inOrder(PredictorGroup group, MetadataSnapshot snapshot) {
    return group.predictors().stream()
        .flatMap(ref -> snapshot.find(Predictor.class, ref.id()).stream())
        .sorted(Comparator.comparing(Predictor::label, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** Predicts for all periods of the predictor's type that begin within some days. */
  public PredictionSummary run(Predictor predictor, LocalDate from, LocalDate to, Actor actor)
      throws SQLException {
    MetadataSnapshot snapshot = metadata.get();
    PredictionSummary summary = new PredictionSummary(1, 0, 0, 0, 0);
    List<Period> periods = periods(predictor, from, to, snapshot);
    if (periods.isEmpty()) {
      return summary;
    }
    ForEach forEach =
        predictor.generator() == null || predictor.generator().expression() == null
            ? null
            : ForEach.of(predictor.generator().expression()).orElse(null);
    ItemValues values = new ItemValues(snapshot);
    List<OrganisationUnit> units = units(predictor, snapshot);
    for (DataElement output : outputs(predictor, forEach, snapshot)) {
      CompiledPredictor compiled =
          CompiledPredictor.of(predictor, output, forEach, values).orElse(null);
      for (int at = 0; compiled != null && at < units.size(); at += UNITS_AT_ONCE) {
        List<OrganisationUnit> some = units.subList(at, Math.min(units.size(), at + UNITS_AT_ONCE));
        Map<DataValueKey, String> predicted =
            predict(predictor, compiled, output, some, periods, snapshot);
        summary =
            summary.and(
                keep(
                    predicted,
                    output,
                    outputCombo(predictor, output, snapshot),
                    some,
                    periods,
                    actor,
                    snapshot));
      }
    }
    return summary;
  }

  /**
   * What is predicted: the predictor's output, or each member of the group that it goes through.
   */
  private static List<DataElement> outputs(
      Predictor predictor, @Nullable ForEach forEach, MetadataSnapshot snapshot) {
    if (forEach != null) {
      return snapshot.find(DataElementGroup.class, forEach.group()).stream()
          .flatMap(group -> group.dataElements().stream())
          .flatMap(ref -> snapshot.find(DataElement.class, ref.id()).stream())
          .toList();
    }
    return predictor.output() == null
        ? List.of()
        : snapshot.find(DataElement.class, predictor.output().id()).stream().toList();
  }

  private static List<Period> periods(
      Predictor predictor, LocalDate from, LocalDate to, MetadataSnapshot snapshot) {
    return PeriodType.ofApiName(String.valueOf(predictor.periodType())).stream()
        .flatMap(type -> snapshot.calendar().periodsOverlapping(type, from, to).stream())
        .filter(period -> !period.start().isBefore(from) && !period.start().isAfter(to))
        .toList();
  }

  private static List<OrganisationUnit> units(Predictor predictor, MetadataSnapshot snapshot) {
    Set<Integer> levels = new HashSet<>();
    predictor
        .organisationUnitLevels()
        .forEach(ref ->
            snapshot
                .find(OrganisationUnitLevel.class, ref.id())
                .map(OrganisationUnitLevel::level)
                .ifPresent(levels::add));
    return snapshot.all(OrganisationUnit.class).stream()
        .filter(unit -> levels.isEmpty() || levels.contains(Hierarchy.level(unit, snapshot)))
        .toList();
  }

  private Map<DataValueKey, String> predict(
      Predictor predictor,
      CompiledPredictor compiled,
      DataElement output,
      List<OrganisationUnit> units,
      List<Period> periods,
      MetadataSnapshot snapshot)
      throws SQLException {
    boolean below =
        predictor.organisationUnitDescendants() == OrganisationUnitDescendants.DESCENDANTS;
    Map<Integer, List<Integer>> outputUnits = new HashMap<>();
    for (OrganisationUnit unit : units) {
      int key = snapshot.key(unit);
      for (int each : below ? Validation.unitsBelow(unit, snapshot) : new int[] {key}) {
        outputUnits.computeIfAbsent(each, u -> new ArrayList<>()).add(key);
      }
    }
    Figures figures = figures(compiled, outputUnits, periods, snapshot);
    int combo = outputCombo(predictor, output, snapshot);
    Map<DataValueKey, String> predicted = new HashMap<>();
    Set<Integer> attributes = new TreeSet<>();
    Set<Integer> cells = new TreeSet<>();
    for (Place place : figures.places()) {
      attributes.add(place.attributeOptionCombo());
      figures.at(place).keySet().forEach(cell -> cells.add(cell.categoryOptionCombo()));
    }
    for (OrganisationUnit unit : units) {
      for (Period period : periods) {
        for (int attribute : attributes) {
          Place place = new Place(snapshot.key(unit), period.key(), attribute);
          for (int cell : combo == 0 ? cells : Set.of(combo)) {
            compiled
                .predict(figures, place, period, combo == 0 ? cell : 0)
                .ifPresent(value ->
                    predicted.put(
                        new DataValueKey(
                            snapshot.key(output), period.key(), place.orgUnit(), cell, attribute),
                        value));
          }
        }
      }
    }
    return predicted;
  }

  /**
   * The key of the only cell for which is predicted; 0 to predict each cell from the same cell of
   * the inputs, which is what a combination means that the output does not have.
   */
  private static int outputCombo(
      Predictor predictor, DataElement output, MetadataSnapshot snapshot) {
    CategoryOptionCombo combo =
        predictor.outputCombo() == null
            ? null
            : snapshot.get(CategoryOptionCombo.class, predictor.outputCombo().id());
    return combo == null
            || combo.categoryCombo() == null
            || !combo.categoryCombo().equals(output.categoryCombo())
        ? 0
        : snapshot.key(combo);
  }

  /** The figures of all units that are read, added up to those for which is predicted. */
  private Figures figures(
      CompiledPredictor compiled,
      Map<Integer, List<Integer>> outputUnits,
      List<Period> periods,
      MetadataSnapshot snapshot)
      throws SQLException {
    List<KeySpan> spans =
        periods.stream()
            .flatMap(period -> compiled.periods(period).stream())
            .mapToInt(Period::key)
            .distinct()
            .mapToObj(key -> new KeySpan(key, key))
            .toList();
    int[] elements = compiled.elements().stream().mapToInt(Integer::intValue).toArray();
    Figures read =
        Figures.load(
            reader,
            DataValueQuery.of(
                elements,
                outputUnits.keySet().stream().mapToInt(Integer::intValue).toArray(),
                spans));
    Map<Place, Map<Cell, String>> sums = new HashMap<>();
    for (Place place : read.places()) {
      for (int unit : outputUnits.getOrDefault(place.orgUnit(), List.of())) {
        Place top = new Place(unit, place.period(), place.attributeOptionCombo());
        Map<Cell, String> cells = sums.computeIfAbsent(top, p -> new HashMap<>());
        read.at(place).forEach((cell, value) -> cells.merge(cell, value, Predictions::sum));
      }
    }
    Figures summed = new Figures();
    sums.forEach((place, cells) -> cells.forEach((cell, value) -> summed.add(place, cell, value)));
    return summed;
  }

  /** The sum of two numbers; the first where they are none. */
  private static String sum(String a, String b) {
    try {
      return String.valueOf(Double.parseDouble(a) + Double.parseDouble(b));
    } catch (NumberFormatException e) {
      return a;
    }
  }

  private PredictionSummary keep(
      Map<DataValueKey, String> predicted,
      DataElement output,
      int combo,
      List<OrganisationUnit> units,
      List<Period> periods,
      Actor actor,
      MetadataSnapshot snapshot)
      throws SQLException {
    Map<DataValueKey, String> before = new HashMap<>();
    int[] spans = periods.stream().mapToInt(Period::key).toArray();
    reader.read(
        DataValueQuery.of(
            new int[] {snapshot.key(output)},
            units.stream().mapToInt(snapshot::key).toArray(),
            Arrays.stream(spans).mapToObj(key -> new KeySpan(key, key)).toList()),
        (DataValue value) -> {
          if (combo == 0 || value.key().categoryOptionCombo() == combo) {
            before.put(value.key(), Objects.requireNonNullElse(value.value(), ""));
          }
        });
    DataValueRows rows = new DataValueRows(predicted.size() + before.size());
    int[] counts = new int[4];
    predicted.forEach((key, value) -> {
      String old = before.get(key);
      counts[old == null ? 0 : old.equals(value) ? 3 : 1]++;
      add(rows, key, value);
    });
    before.keySet().stream()
        .filter(key -> !predicted.containsKey(key))
        .forEach(key -> {
          counts[2]++;
          add(rows, key, null);
        });
    writer.write(rows, null, Objects.requireNonNullElse(actor.user().username(), "system"));
    return new PredictionSummary(0, counts[0], counts[1], counts[2], counts[3]);
  }

  private static void add(DataValueRows rows, DataValueKey key, @Nullable String value) {
    rows.add(
        key.dataElement(),
        key.period(),
        key.orgUnit(),
        key.categoryOptionCombo(),
        key.attributeOptionCombo(),
        value,
        null,
        null,
        value == null);
  }

  /** The present metadata. */
  public MetadataSnapshot snapshot() {
    return metadata.get();
  }
}
