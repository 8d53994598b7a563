package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/**
 * Counts the units at and below some units by the groups of some group sets that they are in. A row
 * names the groups first and the unit then; "null" stands for units in no group of a set.
 */
public final class UnitCountTable {
  private static final String NO_GROUP = "null";

  private final List<OrganisationUnitGroupSet> sets;
  private final Labels labels;
  private final UnitTree tree;
  private final List<Map<Integer, String>> groups = new ArrayList<>();
  private final Map<String, MetaItem> items = new LinkedHashMap<>();

  private UnitCountTable(List<OrganisationUnitGroupSet> sets, View view, UnitTree tree) {
    this.sets = sets;
    this.labels = new Labels(view, DisplayProperty.NAME);
    this.tree = tree;
    for (OrganisationUnitGroupSet set : sets) {
      Map<Integer, String> byUnit = new HashMap<>();
      for (Ref<OrganisationUnitGroup> ref : set.organisationUnitGroups()) {
        Optional<OrganisationUnitGroup> group =
            view.snapshot().find(OrganisationUnitGroup.class, ref.id());
        group.ifPresent(found -> {
          items.put(found.uid(), MetaItem.named(labels.of(found)));
          found
              .organisationUnits()
              .forEach(unit -> byUnit.putIfAbsent(tree.number(unit.id()), found.uid()));
        });
      }
      groups.add(byUnit);
    }
  }

  /** The counts of each unit. */
  public static Grid of(
      List<OrganisationUnit> units, List<OrganisationUnitGroupSet> sets, View view, UnitTree tree) {
    return new UnitCountTable(sets, view, tree).make(units);
  }

  private Grid make(List<OrganisationUnit> units) {
    List<List<String>> rows = new ArrayList<>();
    for (OrganisationUnit unit : units) {
      items.put(unit.uid(), MetaItem.named(labels.of(unit)));
      count(tree.number(unit.uid()))
          .forEach((groups, count) -> {
            List<String> row = new ArrayList<>(groups);
            row.add(unit.uid());
            row.add(Integer.toString(count));
            rows.add(row);
          });
    }
    return Grid.of(
        headers(), rows, new MetaData(items, Map.of(), Optional.empty(), Optional.empty()));
  }

  private Map<List<String>, Integer> count(int unit) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (int below = unit; below >= 0 && below < tree.end(unit); below++) {
      int number = below;
      counts.merge(
          groups.stream().map(byUnit -> byUnit.getOrDefault(number, NO_GROUP)).toList(),
          1,
          Integer::sum);
    }
    return counts;
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    headers.add(Header.dimension("orgunit", "Organisation unit"));
    sets.forEach(set -> headers.add(Header.dimension(set.uid(), labels.of(set))));
    headers.add(new Header("count", "Count", Header.Content.COUNT, false, false));
    return headers;
  }
}
