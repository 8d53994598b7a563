package org.kituo.analytics.grid;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.AnalyticsRequest.OutputSchemes;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Entry;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;

/**
 * How rows name items: by the scheme that was asked for, by identifier where an object has no such
 * name. An operand is named part by part.
 *
 * @param schemes the schemes
 * @param labels for names
 */
record OutputNames(OutputSchemes schemes, Labels labels) {

  String of(Entry entry) {
    return switch (entry) {
      case Entry.OfPeriod period ->
          schemes.all().type() == IdScheme.Type.NAME ? labels.of(period) : period.id();
      case Entry.OfDays range -> range.id();
      case Entry.OfObject of ->
          name(
              of.object(),
              of.object() instanceof OrganisationUnit
                  ? schemes.units().orElse(schemes.all())
                  : schemes.all());
      case DataItem item -> of(item);
    };
  }

  private String of(DataItem item) {
    IdScheme scheme = schemes.data().orElse(schemes.all());
    return switch (item) {
      case DataItem.OfElement of -> element(of.element());
      case DataItem.OfIndicator of -> name(of.indicator(), scheme);
      case DataItem.OfRule of -> name(of.rule(), scheme);
      case DataItem.Calculation calculation -> name(calculation.item(), scheme);
      case DataItem.Operand operand ->
          element(operand.element())
              + "."
              + operand.combo().map(combo -> name(combo, scheme)).orElse("*")
              + operand.attributeCombo().map(combo -> "." + name(combo, scheme)).orElse("");
      case DataItem.OfProgram of ->
          of.parts().stream()
              .map(part -> name(part, schemes.all()))
              .collect(Collectors.joining("."));
      case DataItem.Rate rate -> name(rate.dataSet(), schemes.all()) + "." + rate.metric().name();
    };
  }

  private String element(DataElement element) {
    return name(element, schemes.elements().or(schemes::data).orElse(schemes.all()));
  }

  private String name(MetadataObject object, IdScheme scheme) {
    @Nullable String name =
        switch (scheme.type()) {
          case UID -> object.uid();
          case CODE -> object.identity().code();
          case NAME -> labels.of(object);
          case ATTRIBUTE ->
              Optional.ofNullable(scheme.attribute())
                  .map(object.identity()::attribute)
                  .orElse(null);
        };
    return name == null ? object.uid() : name;
  }
}
