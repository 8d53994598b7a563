package org.kituo.model.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.AttributeValue;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Checks the values of custom attributes: that the attribute is for the type, that mandatory ones
 * are there, that unique ones are, and that values are of the attribute's type.
 */
final class AttributeCheck {
  private static final String ATTRIBUTE = "org.hisp.dhis.attribute.Attribute";
  private static final String VALUES = "org.hisp.dhis.attribute.AttributeValues";

  private AttributeCheck() {}

  static void check(MetadataObject object, MetadataSnapshot union, List<ImportError> errors) {
    ObjectType<?> type = ObjectType.of(object);
    if (!type.facts().attributable()) {
      return;
    }
    Set<String> given = new HashSet<>();
    for (AttributeValue value : object.identity().attributeValues()) {
      given.add(value.attribute());
      value(object, type, value, union, errors);
    }
    for (Attribute attribute : union.all(Attribute.class)) {
      if (attribute.mandatory() && isFor(attribute, type) && !given.contains(attribute.uid())) {
        errors.add(
            ImportError.of(
                    "E4011",
                    "Attribute `%s` is required, but no value was found."
                        .formatted(attribute.uid()),
                    attribute.uid())
                .of(ATTRIBUTE)
                .about(attribute.uid())
                .at("value", null));
      }
    }
  }

  private static void value(
      MetadataObject object,
      ObjectType<?> type,
      AttributeValue value,
      MetadataSnapshot union,
      List<ImportError> errors) {
    Attribute attribute = union.get(Attribute.class, value.attribute());
    if (attribute == null) {
      String named = ObjectNames.named(object, ImportOptions.Identifier.UID);
      errors.add(
          ImportError.of(
              "E5002",
              "Invalid reference %s on object %s for association `attributeValues`."
                  .formatted(value.attribute(), named),
              value.attribute(),
              named,
              "attributeValues"));
    }
    if (attribute == null || !isFor(attribute, type)) {
      errors.add(
          ImportError.of(
                  "E6012",
                  "Attribute `%s` is not assigned to `%s`."
                      .formatted(value.attribute(), type.simpleKlass()),
                  value.attribute(),
                  type.simpleKlass())
              .of(ATTRIBUTE));
      return;
    }
    String wrong = wrongType(attribute.valueType(), value.value());
    if (wrong != null) {
      errors.add(
          ImportError.of(
                  wrong,
                  "The attribute value `%s` is not of type %s."
                      .formatted(value.value(), attribute.valueType()),
                  value.value())
              .of(VALUES));
    }
    if (attribute.unique() && !isUnique(object, value, union)) {
      errors.add(
          ImportError.of(
                  "E4009",
                  "Attribute `%s` is unique, and value `%s` already exists."
                      .formatted(attribute.label(), value.value()),
                  attribute.label(),
                  value.value())
              .of(ATTRIBUTE)
              .about(attribute.uid())
              .at("value", null));
    }
  }

  /** An attribute is for a type when its flag, such as {@code dataElementAttribute}, is set. */
  private static boolean isFor(Attribute attribute, ObjectType<?> type) {
    TypeProperty flag = ObjectType.of(attribute).property(type.singular() + "Attribute");
    return flag != null && Boolean.TRUE.equals(flag.stored(attribute));
  }

  /** The error code for a value that is not of a type; null where it is. */
  private static @Nullable String wrongType(@Nullable ValueType type, String value) {
    return switch (type) {
      case INTEGER -> value.matches("-?\\d+") ? null : "E6006";
      case INTEGER_POSITIVE -> value.matches("0*[1-9]\\d*") ? null : "E6007";
      case INTEGER_NEGATIVE -> value.matches("-0*[1-9]\\d*") ? null : "E6013";
      case NUMBER -> value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? null : "E6008";
      case INTEGER_ZERO_OR_POSITIVE -> value.matches("\\d+") ? null : "E6009";
      case BOOLEAN -> value.equals("true") || value.equals("false") ? null : "E6016";
      case TRUE_ONLY -> value.equals("true") ? null : "E6017";
      case DATE, DATETIME -> Dates.parse(value) != null ? null : "E6014";
      case null, default -> null;
    };
  }

  private static boolean isUnique(
      MetadataObject object, AttributeValue value, MetadataSnapshot union) {
    return union.all(object.getClass()).stream()
        .noneMatch(other ->
            !other.uid().equals(object.uid())
                && value.value().equals(other.identity().attribute(value.attribute())));
  }
}
