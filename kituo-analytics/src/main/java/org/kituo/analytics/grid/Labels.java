package org.kituo.analytics.grid;

import java.util.Optional;
import java.util.stream.Collectors;
import org.kituo.analytics.query.AnalyticsRequest.DisplayProperty;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.metadata.Identifiable;
import org.kituo.model.metadata.Nameable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.View;

/**
 * The names of things as a user wants to see them.
 *
 * @param view the user's view of the metadata
 * @param property which name
 */
public record Labels(View view, DisplayProperty property) {

  /** The name of an object. */
  public String of(MetadataObject object) {
    String name =
        property == DisplayProperty.SHORTNAME && object instanceof Nameable nameable
            ? nameable.displayShortName(view)
            : null;
    if (name == null && object instanceof Identifiable identifiable) {
      name = identifiable.displayName(view);
    }
    return name == null ? object.label() : name;
  }

  /** The name of an item. */
  public String of(Entry entry) {
    return switch (entry) {
      case Entry.OfPeriod period -> period.period().displayName();
      case Entry.OfDays range -> range.days().start() + " - " + range.days().end();
      case Entry.OfObject object -> of(object.object());
      case DataItem item -> of(item);
    };
  }

  private String of(DataItem item) {
    return switch (item) {
      case DataItem.OfElement of -> of(of.element());
      case DataItem.OfIndicator of -> of(of.indicator());
      case DataItem.OfRule of -> of(of.rule());
      case DataItem.Calculation calculation -> of(calculation.item());
      case DataItem.Operand operand ->
          of(operand.element())
              + " "
              + operand.combo().map(this::of).orElse("*")
              + operand.attributeCombo().map(combo -> " " + of(combo)).orElse("");
      case DataItem.OfProgram of ->
          of.parts().stream().map(this::of).collect(Collectors.joining(" "));
      case DataItem.Rate rate -> of(rate.dataSet()) + " - " + rate.metric().displayName();
    };
  }

  /** The title of a dimension. */
  public String of(Dimension dimension) {
    return fixed(dimension.id()).or(() -> dimension.object().map(this::of)).orElse(dimension.id());
  }

  private static Optional<String> fixed(String id) {
    return switch (id) {
      case Dimension.DATA -> Optional.of("Data");
      case Dimension.PERIOD -> Optional.of("Period");
      case Dimension.UNIT -> Optional.of("Organisation unit");
      case Dimension.UNIT_GROUP -> Optional.of("Organisation unit group");
      case Dimension.COMBO -> Optional.of("Category option combo");
      case Dimension.ATTRIBUTE_COMBO -> Optional.of("Attribute option combo");
      default -> Optional.empty();
    };
  }
}
