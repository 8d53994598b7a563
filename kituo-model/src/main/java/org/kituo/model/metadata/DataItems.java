package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;

/** The objects that items of the data dimension stand for. */
final class DataItems {

  private DataItems() {}

  /** The object of an item; null where it is gone. */
  static @Nullable MetadataObject of(DataDimensionItem item, MetadataSnapshot snapshot) {
    if (item.dataElementOperand() != null) {
      return operand(item.dataElementOperand(), snapshot);
    }
    if (item.reportingRate() != null) {
      return snapshot.find(DataSet.class, item.reportingRate().uid()).isPresent()
          ? item.reportingRate()
          : null;
    }
    JsonNode ofProgram = ofProgram(item);
    if (ofProgram != null) {
      return ofProgram(item, ofProgram, snapshot);
    }
    Ref<?> ref = reference(item);
    return ref == null ? null : snapshot.findAny(ref.id()).orElse(null);
  }

  private static @Nullable Ref<?> reference(DataDimensionItem item) {
    if (item.indicator() != null) {
      return item.indicator();
    } else if (item.dataElement() != null) {
      return item.dataElement();
    } else if (item.programIndicator() != null) {
      return item.programIndicator();
    } else if (item.expressionDimensionItem() != null) {
      return item.expressionDimensionItem();
    }
    return item.validationRule();
  }

  private static @Nullable JsonNode ofProgram(DataDimensionItem item) {
    if (item.programDataElement() != null) {
      return item.programDataElement();
    } else if (item.programAttribute() != null) {
      return item.programAttribute();
    } else if (item.programDataElementOption() != null) {
      return item.programDataElementOption();
    }
    return item.programAttributeOption();
  }

  private static @Nullable MetadataObject operand(
      DataElementOperand operand, MetadataSnapshot snapshot) {
    Ref<DataElement> element = operand.dataElement();
    if (element == null || snapshot.find(DataElement.class, element.id()).isEmpty()) {
      return null;
    }
    Ref<CategoryOptionCombo> combo = operand.categoryOptionCombo();
    String id = combo == null ? element.id() : element.id() + "." + combo.id();
    String name = label(element, snapshot) + (combo == null ? "" : " " + label(combo, snapshot));
    return new AxisItem(
        Identity.of(id, null), id, DimensionItemType.DATA_ELEMENT_OPERAND, name, name);
  }

  private static String label(Ref<?> ref, MetadataSnapshot snapshot) {
    return snapshot.findAny(ref.id()).map(MetadataObject::label).orElse(ref.id());
  }

  /** A data element or attribute of a program, perhaps with an option: named after all of them. */
  private static @Nullable MetadataObject ofProgram(
      DataDimensionItem item, JsonNode parts, MetadataSnapshot snapshot) {
    StringBuilder id = new StringBuilder();
    StringBuilder name = new StringBuilder();
    for (String part :
        new String[] {"program", "dataElement", "attribute", "trackedEntityAttribute", "option"}) {
      String uid = parts.path(part).path("id").asString("");
      if (!uid.isEmpty()) {
        id.append(id.isEmpty() ? "" : ".").append(uid);
        name.append(name.isEmpty() ? "" : " ").append(label(new Ref<>(uid), snapshot));
      }
    }
    String type = item.dataDimensionItemType();
    return id.isEmpty()
        ? null
        : AxisItem.of(
            id.toString(), type == null ? null : DimensionItemType.valueOf(type), name.toString());
  }
}
