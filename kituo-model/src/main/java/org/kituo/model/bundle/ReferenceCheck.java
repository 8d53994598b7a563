package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.ImportOptions.Identifier;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.References;

/** Finds references to nothing. */
final class ReferenceCheck {

  private ReferenceCheck() {}

  /**
   * The references to nothing that an object makes.
   *
   * @param before the object as it was; null for a new one. What it refers to is there.
   */
  static List<ImportError> errors(
      MetadataObject object,
      @Nullable MetadataObject before,
      MetadataSnapshot union,
      Identifier identifier) {
    List<ImportError> errors = new ArrayList<>();
    for (TypeProperty p : ObjectType.of(object).references()) {
      if (before == null || p.stored(before) != p.stored(object)) {
        References.visit(
            object,
            p,
            (holder, top, property, id) -> {
              if (!exists(union, property, id)) {
                errors.add(error(object, holder, property, id, identifier));
              }
            });
      }
    }
    return errors;
  }

  private static boolean exists(MetadataSnapshot union, TypeProperty property, String id) {
    Class<? extends Record> target = property.target();
    return target == null || union.get(target, id) != null;
  }

  /** The error is about the object, or about the one embedded in it that has an identity. */
  private static ImportError error(
      MetadataObject object,
      Object holder,
      TypeProperty property,
      String id,
      Identifier identifier) {
    String to =
        ObjectNames.reference(
            id, ObjectType.of(java.util.Objects.requireNonNull(property.target())));
    MetadataObject from = holder instanceof MetadataObject embedded ? embedded : object;
    String named = ObjectNames.named(from, identifier);
    boolean many = property.collection();
    return ImportError.of(
            "E5002",
            "Invalid reference %s on object %s for association `%s`."
                .formatted(to, named, property.singular()),
            to,
            named,
            property.singular())
        .of(ObjectType.of(from).klass())
        .about(from.uid())
        .at(property.singular(), many ? property.itemKlass() : null);
  }

  /** Whether an error is about one item of a collection, which the object can do without. */
  static boolean isCollectionItem(ImportError error) {
    return error.code().equals("E5002") && error.klass() != null;
  }

  /** The object without the items of its collections that refer to nothing. */
  static MetadataObject withoutDangling(MetadataObject object, MetadataSnapshot union) {
    return without(ObjectType.of(object), object, union);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject without(
      ObjectType<T> type, MetadataObject object, MetadataSnapshot union) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (TypeProperty p : type.references()) {
      if (p.collection() && p.reference()) {
        List<?> items = p.storedItems(object);
        List<?> kept = items.stream().filter(i -> exists(union, p, ((Ref<?>) i).id())).toList();
        if (kept.size() < items.size()) {
          changes.put(p.name(), kept);
        }
      }
    }
    return (MetadataObject) type.with((T) object, changes);
  }
}
