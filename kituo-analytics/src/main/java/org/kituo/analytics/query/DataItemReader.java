package org.kituo.analytics.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kituo.data.validation.Validation;
import org.kituo.model.expression.Item.ReportingMetric;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.ExpressionDimensionItem;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.IndicatorGroup;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.TrackedEntityAttribute;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;

/**
 * Reads the items of the dimension of data. What does not exist or may not be read is left out; it
 * is an error only if nothing remains.
 */
final class DataItemReader {
  private static final String ELEMENT_GROUP = "DE_GROUP-";
  private static final String INDICATOR_GROUP = "IN_GROUP-";
  private static final String ANY = "*";

  private final Lookup lookup;

  DataItemReader(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The items, each once; groups are added to a list of keywords. */
  Dimension read(List<String> texts, List<Keyword> keywords) {
    Map<String, DataItem> items = new LinkedHashMap<>();
    for (String text : texts) {
      items(text, keywords).forEach(item -> items.putIfAbsent(item.id(), item));
    }
    if (items.isEmpty()) {
      throw new AnalyticsException(
          "E7124",
          "Dimension is present in query without any valid dimension options: `%s`"
              .formatted(Dimension.DATA));
    }
    return Dimension.fixed(Dimension.DATA, DimensionType.DATA_X, List.copyOf(items.values()));
  }

  private Stream<DataItem> items(String text, List<Keyword> keywords) {
    if (text.startsWith(ELEMENT_GROUP)) {
      return group(DataElementGroup.class, text.substring(ELEMENT_GROUP.length()), keywords)
          .flatMap(group -> readable(DataElement.class, group.dataElements()))
          .map(DataItem.OfElement::new);
    }
    if (text.startsWith(INDICATOR_GROUP)) {
      return group(IndicatorGroup.class, text.substring(INDICATOR_GROUP.length()), keywords)
          .flatMap(group -> readable(Indicator.class, group.indicators()))
          .map(DataItem.OfIndicator::new);
    }
    return item(text).stream();
  }

  private <G extends MetadataObject> Stream<G> group(
      Class<G> type, String text, List<Keyword> keywords) {
    Optional<G> group = lookup.find(type, text);
    group.ifPresent(g -> keywords.add(new Keyword.OfObject(g)));
    return group.stream();
  }

  private <T extends MetadataObject> Stream<T> readable(Class<T> type, List<Ref<T>> refs) {
    return refs.stream()
        .flatMap(ref -> lookup.byUid(type, ref.id()).stream())
        .filter(lookup::mayRead);
  }

  private Optional<DataItem> item(String text) {
    Optional<DataItem> whole = whole(text);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    return switch (parts.size()) {
      case 2 ->
          operand(parts.get(0), parts.get(1), ANY).or(() -> rate(parts)).or(() -> program(parts));
      case 3 -> program(parts).or(() -> operand(parts.get(0), parts.get(1), parts.get(2)));
      default -> Optional.empty();
    };
  }

  /** A data element or attribute of a program, perhaps with one of its options. */
  private Optional<DataItem> program(List<String> parts) {
    Optional<DataElement> element = lookup.find(DataElement.class, parts.get(1));
    List<MetadataObject> found =
        Stream.of(
                lookup.find(Program.class, parts.get(0)),
                element.isPresent()
                    ? element
                    : lookup.find(TrackedEntityAttribute.class, parts.get(1)),
                parts.size() > 2
                    ? lookup.find(Option.class, parts.get(2))
                    : Optional.<MetadataObject>empty())
            .flatMap(Optional::stream)
            .map(MetadataObject.class::cast)
            .toList();
    if (found.size() < parts.size()) {
      return Optional.empty();
    }
    lookup.requireData(found.getFirst());
    String type =
        (element.isPresent() ? "PROGRAM_DATA_ELEMENT" : "PROGRAM_ATTRIBUTE")
            + (parts.size() > 2 ? "_OPTION" : "");
    return Optional.of(new DataItem.OfProgram(type, found));
  }

  private Optional<DataItem> whole(String text) {
    return element(text)
        .<DataItem>map(DataItem.OfElement::new)
        .or(() -> lookup.find(Indicator.class, text).map(DataItem.OfIndicator::new))
        .or(() -> lookup.find(ExpressionDimensionItem.class, text).map(DataItem.Calculation::new))
        .or(() ->
            lookup
                .find(ProgramIndicator.class, text)
                .map(found -> new DataItem.OfProgram("PROGRAM_INDICATOR", List.of(found))))
        .or(() ->
            lookup
                .find(ValidationRule.class, text)
                .filter(rule -> Validation.mayTest(lookup.actor(), rule, lookup.snapshot()))
                .map(DataItem.OfRule::new));
  }

  private Optional<DataElement> element(String text) {
    return lookup
        .find(DataElement.class, text)
        .filter(element -> element.domainType() != DataElementDomain.TRACKER);
  }

  private Optional<DataItem> operand(String first, String second, String third) {
    Optional<DataElement> element = element(first);
    Optional<CategoryOptionCombo> combo = combo(second);
    Optional<CategoryOptionCombo> attributeCombo = combo(third);
    if (element.isEmpty()
        || combo.isEmpty() && !second.equals(ANY)
        || attributeCombo.isEmpty() && !third.equals(ANY)) {
      return Optional.empty();
    }
    return combo.isEmpty() && attributeCombo.isEmpty()
        ? element.map(DataItem.OfElement::new)
        : Optional.of(new DataItem.Operand(element.get(), combo, attributeCombo));
  }

  private Optional<CategoryOptionCombo> combo(String text) {
    return lookup.find(CategoryOptionCombo.class, text);
  }

  private Optional<DataItem> rate(List<String> parts) {
    Optional<DataSet> set = lookup.find(DataSet.class, parts.get(0));
    Optional<ReportingMetric> metric =
        Arrays.stream(ReportingMetric.values())
            .filter(m -> m.name().equals(parts.get(1)))
            .findFirst();
    if (set.isEmpty() || metric.isEmpty()) {
      return Optional.empty();
    }
    lookup.requireData(set.get());
    return Optional.of(new DataItem.Rate(set.get(), metric.get()));
  }
}
