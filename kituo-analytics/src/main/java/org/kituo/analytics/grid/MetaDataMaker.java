package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.AnalyticsRequest.Presentation;
import org.kituo.analytics.query.Combos;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.analytics.query.Keyword;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;

/** Collects the names of everything that a question is about. */
final class MetaDataMaker {
  private final AnalyticsQuery query;
  private final Presentation presentation;
  private final Labels labels;
  private final UnitTree tree;
  private final ItemDetails details;
  private final Map<String, MetaItem> items = new LinkedHashMap<>();
  private final Map<String, List<String>> dimensions = new LinkedHashMap<>();

  MetaDataMaker(AnalyticsQuery query, Labels labels, UnitTree tree) {
    this.query = query;
    this.presentation = query.request().presentation();
    this.labels = labels;
    this.tree = tree;
    this.details = new ItemDetails(query.snapshot(), labels);
  }

  MetaData make() {
    query.all().forEach(this::add);
    dimensions.putIfAbsent(Dimension.PERIOD, List.of());
    addCombos();
    query.keywords().forEach(this::add);
    return new MetaData(
        items,
        dimensions,
        presentation.hierarchyMeta() ? Optional.of(paths(this::idPath)) : Optional.empty(),
        presentation.showHierarchy() ? Optional.of(paths(this::namePath)) : Optional.empty());
  }

  private void add(Dimension dimension) {
    boolean units = dimension.id().equals(Dimension.UNIT);
    if (dimension.implied() && !units) {
      return;
    }
    items.put(
        dimension.id(),
        dimension.implied()
            ? MetaItem.named(null)
            : full() ? details.of(dimension) : MetaItem.named(labels.of(dimension)));
    List<String> ids = new ArrayList<>();
    boolean combos =
        dimension.id().equals(Dimension.COMBO) || dimension.id().equals(Dimension.ATTRIBUTE_COMBO);
    if (!combos) {
      for (Entry entry : dimension.entries()) {
        ids.add(entry.id());
        items.put(entry.id(), full() ? details.of(entry) : MetaItem.named(labels.of(entry)));
      }
    }
    dimensions.put(dimension.id(), ids);
  }

  private boolean full() {
    return presentation.includeMetadataDetails();
  }

  /** All option combos of the data elements, whichever are shown. */
  private void addCombos() {
    List<DataElement> elements = new ArrayList<>();
    for (DataItem item : query.data()) {
      if (item instanceof DataItem.OfElement of) {
        elements.add(of.element());
      }
    }
    List<String> ids = new ArrayList<>();
    for (CategoryOptionCombo combo : new Combos(query.snapshot()).of(elements)) {
      ids.add(combo.uid());
      items.put(
          combo.uid(),
          full() ? details.of(new Entry.OfObject(combo)) : MetaItem.named(labels.of(combo)));
    }
    dimensions.put(Dimension.COMBO, ids);
  }

  private void add(Keyword keyword) {
    items.put(
        keyword.id(),
        switch (keyword) {
          case Keyword.Label label -> MetaItem.named(label.label());
          case Keyword.OfObject(MetadataObject object) ->
              new MetaItem(labels.of(object), object.uid(), object.identity().code(), null, null);
          case Keyword.Units units -> new MetaItem(null, null, null, null, units.units());
        });
  }

  private Map<String, String> paths(Function<OrganisationUnit, String> path) {
    return query.either(Dimension.UNIT).stream()
        .flatMap(dimension -> dimension.objects(OrganisationUnit.class).stream())
        .collect(
            Collectors.toMap(OrganisationUnit::uid, path, (one, other) -> one, LinkedHashMap::new));
  }

  /** The units above that the user may see, without the unit itself. */
  private List<OrganisationUnit> above(OrganisationUnit unit) {
    int number = tree.number(unit.uid());
    List<OrganisationUnit> above = tree.ancestors(number);
    return query.userUnits().stream()
        .filter(root -> tree.within(number, root))
        .findFirst()
        .map(root ->
            above.stream()
                .filter(ancestor -> tree.within(tree.number(ancestor.uid()), root))
                .toList())
        .orElse(above);
  }

  private String idPath(OrganisationUnit unit) {
    return above(unit).stream().map(OrganisationUnit::uid).collect(Collectors.joining("/"));
  }

  private String namePath(OrganisationUnit unit) {
    return above(unit).stream()
            .map(ancestor -> "/" + labels.of(ancestor))
            .collect(Collectors.joining())
        + "/"
        + labels.of(unit);
  }
}
