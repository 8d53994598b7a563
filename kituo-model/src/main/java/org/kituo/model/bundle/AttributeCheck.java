package org.kituo.model.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.schema.AttributeValue;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Checks the values of custom attributes: that the attribute is for the type, that mandatory ones
 * are there.
 */
final class AttributeCheck {

  private AttributeCheck() {}

  static void check(MetadataObject object, MetadataSnapshot union, List<ImportError> errors) {
    ObjectType<?> type = ObjectType.of(object);
    if (!type.facts().attributable()) {
      return;
    }
    Set<String> given = new HashSet<>();
    for (AttributeValue value : object.identity().attributeValues()) {
      Attribute attribute = union.get(Attribute.class, value.attribute());
      given.add(value.attribute());
      if (attribute == null || !isFor(attribute, type)) {
        errors.add(
            ImportError.of(
                    attribute == null ? "E6012" : "E4010",
                    "Attribute `%s` is not supported for type `%s`."
                        .formatted(value.attribute(), type.simpleKlass()),
                    value.attribute(),
                    type.simpleKlass())
                .about(object.uid())
                .at("attributeValues", null));
      } else if (attribute.unique()) {
        unique(object, value, union, errors);
      }
    }
    for (Attribute attribute : union.all(Attribute.class)) {
      if (attribute.mandatory() && isFor(attribute, type) && !given.contains(attribute.uid())) {
        errors.add(
            ImportError.of(
                    "E4011",
                    "Attribute `%s` is required, but no value was found."
                        .formatted(attribute.uid()),
                    attribute.uid())
                .about(object.uid())
                .at("attributeValues", null));
      }
    }
  }

  /** An attribute is for a type when its flag, such as {@code dataElementAttribute}, is set. */
  private static boolean isFor(Attribute attribute, ObjectType<?> type) {
    TypeProperty flag = ObjectType.of(attribute).property(type.singular() + "Attribute");
    return flag != null && Boolean.TRUE.equals(flag.stored(attribute));
  }

  private static void unique(
      MetadataObject object,
      AttributeValue value,
      MetadataSnapshot union,
      List<ImportError> errors) {
    for (MetadataObject other : union.all(object.getClass())) {
      if (!other.uid().equals(object.uid())
          && value.value().equals(other.identity().attribute(value.attribute()))) {
        errors.add(
            ImportError.of(
                    "E4009",
                    "Attribute `%s` must be unique, and value `%s` already exists."
                        .formatted(value.attribute(), value.value()),
                    value.attribute(),
                    value.value())
                .about(object.uid())
                .at("attributeValues", null));
        return;
      }
    }
  }
}
