package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;

/**
 * The types that a custom attribute is for are said twice: by a list of names such as {@code
 * DATA_ELEMENT}, and by a flag for each, such as {@code dataElementAttribute}. Either makes the
 * other.
 */
final class AttributeTypes {

  private AttributeTypes() {}

  static Attribute completed(Attribute attribute) {
    ObjectType<Attribute> type = ObjectType.of(Attribute.class);
    TypeProperty list = Objects.requireNonNull(type.property("objectTypes"));
    List<?> given = list.storedItems(attribute);
    List<String> names = new ArrayList<>();
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (ObjectType<?> of : MetadataTypes.ALL) {
      String name =
          of.singular().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
      TypeProperty flag = type.property(of.singular() + "Attribute");
      if (flag != null) {
        boolean set = given.contains(name) || Boolean.TRUE.equals(flag.stored(attribute));
        changes.put(flag.name(), set);
        if (set) {
          names.add(name);
        }
      }
    }
    changes.put("objectTypes", List.copyOf(names));
    return type.with(attribute, changes);
  }
}
