package org.kituo.server.metadata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a property relates its type to another, in the words of DHIS2's object-relational mapping:
 * which side owns the relation, how many stand on each, and what follows from removing one.
 */
final class SchemaRelations {

  private SchemaRelations() {}

  static void write(ObjectNode json, ObjectType<?> type, TypeProperty property) {
    boolean toMany = false;
    boolean toOneHere = false;
    boolean single = false;
    if (property.inverse() != null && property.facts().persisted()) {
      TypeProperty.InverseOf inverse = property.inverse();
      ObjectType<?> owner = ObjectType.of(inverse.type());
      TypeProperty by = Objects.requireNonNull(owner.property(inverse.property()));
      toMany = by.collection();
      toOneHere = !toMany;
      json.put("cascade", "none");
      if (toMany) {
        json.put("owningRole", role(owner, by));
      }
      json.put("inverseRole", role(type, property));
    } else if (property.stored() && property.facts().persisted() && relates(property)) {
      single = !property.collection();
      toMany = property.collection();
      json.put("cascade", property.embedded() ? "all-delete-orphan" : "none");
      json.put("owningRole", role(type, property));
      TypeProperty other = inverse(type, property);
      if (other != null) {
        json.put("inverseRole", role(Objects.requireNonNull(target(property)), other));
      }
    }
    json.put("manyToMany", toMany);
    json.put("oneToMany", toOneHere);
    json.put("manyToOne", single);
    json.put("oneToOne", false);
  }

  private static boolean relates(TypeProperty property) {
    return property.kind() == PropertyKind.REFERENCE
        || property.collection() && (property.reference() || property.embedded());
  }

  private static String role(ObjectType<?> type, TypeProperty property) {
    return type.klass() + "." + property.fieldName();
  }

  private static @Nullable ObjectType<?> target(TypeProperty property) {
    return property.target() == null ? null : ObjectType.of(property.target());
  }

  /** The collection of the other type that shows the relation from there; null where none does. */
  private static @Nullable TypeProperty inverse(ObjectType<?> type, TypeProperty property) {
    ObjectType<?> target = target(property);
    if (target == null || !MetadataTypes.ALL.contains(target) || !property.collection()) {
      return null;
    }
    return target.properties().values().stream()
        .filter(p ->
            p.inverse() != null
                && p.inverse().type() == type.record()
                && p.inverse().property().equals(property.name()))
        .findFirst()
        .orElse(null);
  }
}
