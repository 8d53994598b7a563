package org.kituo.data.validation;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Figures;
import org.kituo.data.evaluation.ItemValues;
import org.kituo.data.evaluation.Place;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.ElementSelector;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.Item;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.QualifiedItem;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;

/** What one side of a rule is made of at a place, so that people see where its value comes from. */
record SideValues(MetadataSnapshot snapshot, DataValueReader reader) {

  /** The numbers of the side's data elements by their names; NaN for missing ones. */
  Map<String, Double> of(org.kituo.model.metadata.@Nullable Expression side, Place place)
      throws SQLException {
    Map<String, Double> found = new LinkedHashMap<>();
    if (side == null
        || side.expression() == null
        || !(Expression.parse(side.expression(), ParseType.VALIDATION_RULE)
            instanceof ParseResult.Success success)) {
      return found;
    }
    CompiledExpression expression = success.expression().compile();
    ItemValues values = new ItemValues(snapshot);
    int[] elements =
        values.elements(expression).stream().mapToInt(Integer::intValue).distinct().toArray();
    Figures figures =
        Figures.load(
            reader,
            DataValueQuery.of(
                elements,
                new int[] {place.orgUnit()},
                List.of(new KeySpan(place.period(), place.period()))));
    for (QualifiedItem item : expression.items()) {
      if (item.item() instanceof Item.DataElements data
          && data.element() instanceof ElementSelector.Element element) {
        Object value = values.value(item, figures, place);
        found.put(
            name(element, data.categoryOptionCombo()),
            value instanceof Double number ? number : Double.NaN);
      }
    }
    return found;
  }

  private String name(ElementSelector.Element element, OptionSelector combo) {
    DataElement object = snapshot.get(DataElement.class, element.uid());
    String name = object == null ? element.uid() : String.valueOf(object.name());
    if (combo instanceof OptionSelector.Combo(String uid)) {
      CategoryOptionCombo cell = snapshot.get(CategoryOptionCombo.class, uid);
      return name + " " + (cell == null ? uid : cell.name());
    }
    return name;
  }
}
