package org.kituo.analytics.grid;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.query.DataItem;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DimensionItem;
import org.kituo.model.metadata.IndicatorType;
import org.kituo.model.metadata.Nameable;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** More about things than their names, for clients that ask for details. */
final class ItemDetails {
  private static final String SUM = "SUM";
  private static final String AVERAGE = "AVERAGE";
  private static final String NUMBER = "NUMBER";
  private static final String TEXT = "TEXT";

  private final MetadataSnapshot snapshot;
  private final Labels labels;

  ItemDetails(MetadataSnapshot snapshot, Labels labels) {
    this.snapshot = snapshot;
    this.labels = labels;
  }

  MetaItem of(Dimension dimension) {
    return new MetaItem(
        labels.of(dimension),
        dimension.id(),
        null,
        new MetaItem.Details(
            null, null, dimension.type().name(), null, null, null, null, null, null, null),
        null);
  }

  MetaItem of(Entry entry) {
    return switch (entry) {
      case Entry.OfPeriod(Period period) ->
          period(period.iso(), period.displayName(), period.start(), period.end());
      case Entry.OfDays range ->
          period(range.id(), labels.of(range), range.days().start(), range.days().end());
      case Entry.OfObject(Nameable object) -> object(object);
      case DataItem item -> item(item);
    };
  }

  private static MetaItem period(String id, String name, LocalDate start, LocalDate end) {
    return new MetaItem(
        name,
        id,
        id,
        new MetaItem.Details(null, null, null, "PERIOD", TEXT, null, SUM, null, start, end),
        null);
  }

  private MetaItem object(Nameable object) {
    return switch (object) {
      case OrganisationUnit unit -> object(unit, "ORGANISATION_UNIT", TEXT, SUM);
      case OrganisationUnitGroup group -> object(group, "ORGANISATION_UNIT_GROUP", NUMBER, SUM);
      case CategoryOption option -> object(option, "CATEGORY_OPTION", NUMBER, null);
      case CategoryOptionGroup group -> object(group, "CATEGORY_OPTION_GROUP", NUMBER, SUM);
      case DataElementGroup group -> object(group, "DATA_ELEMENT_GROUP", NUMBER, SUM);
      case CategoryOptionCombo combo -> object(combo, null, NUMBER, SUM);
      default -> object(object, null, null, null);
    };
  }

  private MetaItem object(
      Nameable object, @Nullable String type, @Nullable String valueType, @Nullable String total) {
    return item(object.uid(), object, labels.of(object), type, valueType, null, total, null);
  }

  private MetaItem item(DataItem item) {
    String name = labels.of(item);
    return switch (item) {
      case DataItem.OfElement(DataElement element) ->
          item(
              element.uid(),
              element,
              name,
              "DATA_ELEMENT",
              valueType(element),
              aggregationType(element),
              SUM,
              null);
      case DataItem.OfIndicator(var indicator) ->
          item(
              indicator.uid(),
              indicator,
              name,
              "INDICATOR",
              NUMBER,
              null,
              AVERAGE,
              Optional.ofNullable(indicator.indicatorType())
                  .map(Ref::id)
                  .flatMap(id -> snapshot.find(IndicatorType.class, id))
                  .orElse(null));
      case DataItem.Calculation(var calculation) ->
          item(
              calculation.uid(),
              calculation,
              name,
              "EXPRESSION_DIMENSION_ITEM",
              NUMBER,
              null,
              SUM,
              null);
      case DataItem.Operand operand ->
          item(
              name,
              operand.id(),
              "DATA_ELEMENT_OPERAND",
              valueType(operand.element()),
              aggregationType(operand.element()),
              SUM);
      case DataItem.Rate rate ->
          item(name, rate.dataSet().uid(), "REPORTING_RATE", NUMBER, null, AVERAGE);
      case DataItem.OfRule(var rule) ->
          item(rule.uid(), rule, name, "VALIDATION_RULE", NUMBER, null, SUM, null);
      case DataItem.OfProgram of -> item(name, of.id(), of.type(), NUMBER, null, AVERAGE);
    };
  }

  /** An item that is put together of several objects. */
  private static MetaItem item(
      String name,
      String id,
      String type,
      @Nullable String valueType,
      @Nullable String aggregationType,
      String total) {
    return new MetaItem(
        name,
        id,
        null,
        new MetaItem.Details(
            null, null, null, type, valueType, aggregationType, total, null, null, null),
        null);
  }

  private MetaItem item(
      String id,
      Nameable object,
      String name,
      @Nullable String type,
      @Nullable String valueType,
      @Nullable String aggregationType,
      @Nullable String total,
      @Nullable IndicatorType indicatorType) {
    return new MetaItem(
        name,
        id,
        object.identity().code(),
        new MetaItem.Details(
            object.displayDescription(labels.view()),
            legendSet(object),
            null,
            type,
            valueType,
            aggregationType,
            total,
            indicatorType,
            null,
            null),
        null);
  }

  private @Nullable String legendSet(MetadataObject object) {
    return object instanceof DimensionItem item
        ? Optional.ofNullable(item.legendSet(labels.view())).map(Ref::id).orElse(null)
        : null;
  }

  private static @Nullable String aggregationType(DataElement element) {
    return Optional.ofNullable(element.aggregationType()).map(AggregationType::name).orElse(null);
  }

  /** Numbers of all kinds are one. */
  private static @Nullable String valueType(DataElement element) {
    ValueType type = element.valueType();
    if (type == null) {
      return null;
    }
    return type.isNumeric() ? NUMBER : type.name();
  }
}
