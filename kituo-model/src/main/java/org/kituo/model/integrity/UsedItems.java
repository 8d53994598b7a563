package org.kituo.model.integrity;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kituo.model.metadata.AnalyticalObject;
import org.kituo.model.metadata.DataDimensionItem;
import org.kituo.model.metadata.GeoMap;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.MapView;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** What stored tables, charts and maps show, and what indicators are computed from. */
final class UsedItems {
  private static final Pattern UID = Pattern.compile("[A-Za-z][A-Za-z0-9]{10}");

  private UsedItems() {}

  static boolean contains(MetadataObject object, MetadataSnapshot snapshot) {
    return snapshot.derived(UsedItems::ids).contains(object.uid());
  }

  private static Set<String> ids(MetadataSnapshot snapshot) {
    Set<String> ids = new HashSet<>();
    Stream<AnalyticalObject> charts =
        snapshot.all(Visualization.class).stream().map(shown -> shown);
    Stream<AnalyticalObject> layers =
        snapshot.all(GeoMap.class).stream()
            .flatMap(map -> map.mapViews().stream())
            .flatMap(view -> snapshot.find(MapView.class, view.id()).stream());
    Stream.concat(charts, layers)
        .flatMap(shown -> shown.dataDimensionItems().stream())
        .forEach(item -> add(item, ids));
    for (Indicator indicator : snapshot.all(Indicator.class)) {
      Matcher found = UID.matcher(indicator.numerator() + " " + indicator.denominator());
      while (found.find()) {
        ids.add(found.group());
      }
    }
    return ids;
  }

  private static void add(DataDimensionItem item, Set<String> ids) {
    Stream.of(item.indicator(), item.dataElement(), item.programIndicator())
        .filter(ref -> ref != null)
        .map(Ref::id)
        .forEach(ids::add);
    if (item.dataElementOperand() != null && item.dataElementOperand().dataElement() != null) {
      ids.add(item.dataElementOperand().dataElement().id());
    }
  }
}
