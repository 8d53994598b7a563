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
    Relation relation =
        property.facts().persisted() ? relation(json, type, property) : Relation.NONE;
    json.put("manyToMany", relation == Relation.MANY_TO_MANY);
    json.put("oneToMany", relation == Relation.ONE_TO_MANY);
    json.put("manyToOne", relation == Relation.MANY_TO_ONE);
    json.put("oneToOne", false);
  }

  private enum Relation {
    NONE,
    MANY_TO_MANY,
    ONE_TO_MANY,
    MANY_TO_ONE
  }

  /** Writes the roles of both sides and what removing one does, and tells how many stand there. */
  private static Relation relation(ObjectNode json, ObjectType<?> type, TypeProperty property) {
    if (!property.facts().owner()) {
      return property.collection() ? inverseSide(json, type, property) : Relation.NONE;
    }
    boolean relates = relates(property);
    if (!relates && !isTable(property)) {
      return Relation.NONE;
    }
    String stated = property.facts().cascade();
    String usual = relates && property.embedded() ? "all-delete-orphan" : "none";
    json.put("cascade", stated.isEmpty() ? usual : stated);
    json.put("owningRole", role(type, property));
    TypeProperty other = inverse(type, property);
    if (other != null) {
      json.put("inverseRole", role(Objects.requireNonNull(target(property)), other));
    }
    if (!relates) {
      return Relation.NONE;
    } else if (!property.collection()) {
      return Relation.MANY_TO_ONE;
    }
    return property.facts().exclusive() ? Relation.ONE_TO_MANY : Relation.MANY_TO_MANY;
  }

  private static Relation inverseSide(ObjectNode json, ObjectType<?> type, TypeProperty property) {
    json.put("cascade", "none");
    json.put("inverseRole", role(type, property));
    TypeProperty.InverseOf inverse = property.inverse();
    if (inverse == null) {
      return Relation.ONE_TO_MANY;
    }
    ObjectType<?> owner = ObjectType.of(inverse.type());
    TypeProperty by = Objects.requireNonNull(owner.property(inverse.property()));
    if (!by.collection()) {
      return Relation.ONE_TO_MANY;
    }
    json.put("owningRole", role(owner, by));
    return Relation.MANY_TO_MANY;
  }

  /** Whether values are objects that DHIS2 keeps in a table; periods are among them. */
  private static boolean relates(TypeProperty property) {
    if (SchemaJson.isPeriod(SchemaJson.valueKlass(property))) {
      return true;
    }
    ObjectType<?> target = SchemaJson.target(property);
    return property.kind() == PropertyKind.REFERENCE
        || property.collection() && property.reference()
        || property.embedded() && (target == null || SchemaJson.isPersisted(target));
  }

  /** Whether the items are plain values that stand in a table of their own. */
  private static boolean isTable(TypeProperty property) {
    return property.collection() && property.simple() && property.facts().length() == null;
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
