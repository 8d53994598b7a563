package org.kituo.server.analytics;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.grid.MetaData;
import org.kituo.analytics.query.AnalyticsRequest;
import org.kituo.analytics.query.AnalyticsRequest.Aggregation;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.analytics.query.Criteria;
import org.kituo.analytics.query.Dimension;
import org.kituo.data.form.FormLayout;
import org.kituo.data.form.FormLayout.Field;
import org.kituo.data.form.FormLayout.Group;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;

/**
 * A filled form of a unit: numbers are those of the unit and all below it, as analytics aggregate
 * them; texts, and all values if the unit alone is asked for, are those that were entered for it.
 *
 * @param selectedUnitOnly whether units below do not count
 * @param filters further dimensions that narrow the figures
 */
record DataSetReport(
    DataSet set,
    OrganisationUnit unit,
    List<Period> periods,
    boolean selectedUnitOnly,
    List<DimensionText> filters) {

  /** The values of the form by data element and combination, joined by a dot. */
  Map<String, String> values(Analytics analytics, DataValueReader reader, Actor actor, View view)
      throws SQLException {
    List<Field> fields =
        FormLayout.of(set, view.snapshot()).groups().stream()
            .flatMap(group -> group.fields().stream())
            .toList();
    List<String> numbers =
        selectedUnitOnly
            ? List.of()
            : Stream.concat(
                    fields.stream()
                        .filter(field -> isNumeric(field.element()))
                        .map(DataSetReport::id),
                    set.indicators().stream().map(Ref::id))
                .distinct()
                .toList();
    Map<String, String> values =
        new HashMap<>(
            entered(fields, reader, ReadableCombos.of(actor, view.snapshot()), view.snapshot()));
    if (!numbers.isEmpty()) {
      AnalyticsRequest request = request(numbers);
      Grid grid = analytics.grid(analytics.answer(analytics.query(request, actor, view)), view);
      grid.rows().forEach(row -> values.put(row.getFirst(), plain(row.getLast())));
    }
    return values;
  }

  private AnalyticsRequest request(List<String> items) {
    List<DimensionText> all = new ArrayList<>(filters);
    all.add(new DimensionText(Dimension.PERIOD, periods.stream().map(Period::iso).toList()));
    all.add(new DimensionText(Dimension.UNIT, List.of(unit.uid())));
    return new AnalyticsRequest(
        List.of(new DimensionText(Dimension.DATA, items)),
        all,
        Optional.empty(),
        new Aggregation(Optional.empty(), Criteria.NONE, Criteria.NONE, true),
        Scope.of(LocalDate.EPOCH),
        Presentation.PLAIN);
  }

  private Map<String, String> entered(
      List<Field> fields,
      DataValueReader reader,
      ReadableCombos readable,
      MetadataSnapshot snapshot)
      throws SQLException {
    Set<DataElement> elements = new LinkedHashSet<>();
    for (Field field : fields) {
      if (selectedUnitOnly || !isNumeric(field.element())) {
        elements.add(field.element());
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<KeySpan> spans =
        periods.stream().map(period -> new KeySpan(period.key(), period.key())).toList();
    if (!elements.isEmpty()) {
      reader.read(
          DataValueQuery.of(
              elements.stream().mapToInt(snapshot::key).toArray(),
              new int[] {snapshot.key(unit)},
              spans),
          value -> {
            DataElement element = snapshot.byKey(DataElement.class, value.key().dataElement());
            CategoryOptionCombo combo =
                snapshot.byKey(CategoryOptionCombo.class, value.key().categoryOptionCombo());
            if (element != null
                && combo != null
                && value.value() != null
                && readable.allows(value.key().categoryOptionCombo())
                && readable.allows(value.key().attributeOptionCombo())) {
              values.merge(element.uid() + "." + combo.uid(), value.value(), DataSetReport::joined);
            }
          });
    }
    return values;
  }

  /** Numbers of several periods or attribute options are added up, texts are listed. */
  private static String joined(String a, String b) {
    try {
      return plain(String.valueOf(Double.parseDouble(a) + Double.parseDouble(b)));
    } catch (NumberFormatException e) {
      return a + ", " + b;
    }
  }

  /** One table for each section and disaggregation of the form, and one of indicators. */
  List<Grid> grids(Map<String, String> values, View view) {
    List<Grid> grids = new ArrayList<>();
    String subtitle =
        unit.displayName(view)
            + " "
            + periods.stream().map(Period::displayName).collect(Collectors.joining(", "));
    for (Group group : FormLayout.of(set, view.snapshot()).groups()) {
      Map<Ref<CategoryCombo>, List<Field>> byCombo = new LinkedHashMap<>();
      for (Field field : group.fields()) {
        if (field.combo().categoryCombo() != null) {
          byCombo.computeIfAbsent(field.combo().categoryCombo(), c -> new ArrayList<>()).add(field);
        }
      }
      byCombo.forEach(
          (combo, fields) -> grids.add(grid(title(group, combo, view), subtitle, fields, values)));
    }
    if (!set.indicators().isEmpty()) {
      grids.add(indicators(subtitle, values, view));
    }
    return grids;
  }

  private String title(Group group, Ref<CategoryCombo> combo, View view) {
    return group.label().equals("default")
        ? set.displayName(view)
            + " "
            + view.snapshot().find(CategoryCombo.class, combo.id()).map(c -> c.label()).orElse("")
        : group.label();
  }

  private static Grid grid(
      String title, String subtitle, List<Field> fields, Map<String, String> values) {
    Set<CategoryOptionCombo> combos = new LinkedHashSet<>();
    Map<DataElement, Map<CategoryOptionCombo, String>> rows = new LinkedHashMap<>();
    for (Field field : fields) {
      combos.add(field.combo());
      rows.computeIfAbsent(field.element(), e -> new HashMap<>())
          .put(field.combo(), values.getOrDefault(id(field), ""));
    }
    List<Header> headers =
        new ArrayList<>(List.of(Header.dimension("Data element", "Data element")));
    for (CategoryOptionCombo combo : combos) {
      String name = DefaultObjects.isDefault(combo) ? "Value" : combo.label();
      headers.add(new Header(name, name, Header.Content.TEXT, false, false));
    }
    List<List<String>> cells = new ArrayList<>();
    rows.forEach((element, row) -> {
      List<String> line = new ArrayList<>();
      line.add(element.formName() == null ? element.label() : element.formName());
      combos.forEach(combo -> line.add(row.getOrDefault(combo, "")));
      cells.add(line);
    });
    return new Grid(title, subtitle, headers, cells, MetaData.NONE);
  }

  private Grid indicators(String subtitle, Map<String, String> values, View view) {
    List<List<String>> cells = new ArrayList<>();
    set.indicators().stream()
        .flatMap(ref ->
            view.snapshot().find(org.kituo.model.metadata.Indicator.class, ref.id()).stream())
        .forEach(i -> cells.add(List.of(i.label(), values.getOrDefault(i.uid(), ""))));
    return new Grid(
        set.displayName(view) + " Indicators",
        subtitle,
        List.of(
            Header.dimension("Indicator", "Indicator"),
            new Header("Value", "Value", Header.Content.TEXT, false, false)),
        cells,
        MetaData.NONE);
  }

  private static boolean isNumeric(DataElement element) {
    return element.valueType() != null && element.valueType().isNumeric();
  }

  private static String id(Field field) {
    return field.element().uid() + "." + field.combo().uid();
  }

  /** Whole numbers are written as such, as people enter them. */
  private static String plain(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }
}
