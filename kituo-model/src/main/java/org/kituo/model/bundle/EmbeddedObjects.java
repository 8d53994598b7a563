package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;

/** Gives embedded objects the identifiers and times that they lack. */
final class EmbeddedObjects {

  private EmbeddedObjects() {}

  static MetadataObject completed(MetadataObject object, ImportContext context) {
    return (MetadataObject) complete(ObjectType.of(object), object, object, context);
  }

  @SuppressWarnings("unchecked")
  private static <T> Object complete(
      ObjectType<T> type, Object object, MetadataObject owner, ImportContext context) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (TypeProperty p : type.references()) {
      Object value = p.embedded() ? p.stored(object) : null;
      if (value != null) {
        Object completed = value(value, owner, context);
        if (completed != value) {
          changes.put(p.name(), completed);
        }
      } else if (object != owner
          && p.target() == owner.getClass()
          && p.stored(object) == null
          && isBack(p, owner)) {
        changes.put(p.name(), new Ref<>(owner.uid()));
      }
    }
    return changes.isEmpty() ? object : type.with((T) object, changes);
  }

  /** Whether a property of an embedded object names the one that it is embedded in. */
  private static boolean isBack(TypeProperty property, MetadataObject owner) {
    return property.name().equals(ObjectType.of(owner).singular());
  }

  private static Object value(Object value, MetadataObject owner, ImportContext context) {
    if (!(value instanceof List<?> list)) {
      return item(value, owner, context);
    }
    List<Object> items = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object item : list) {
      Object completed = item(item, owner, context);
      changed |= completed != item;
      items.add(completed);
    }
    return changed ? List.copyOf(items) : list;
  }

  private static Object item(Object item, MetadataObject owner, ImportContext context) {
    Object inner = complete(ObjectType.of(item), item, owner, context);
    return inner instanceof MetadataObject object
        ? identified(ObjectType.of(object), object, context)
        : inner;
  }

  @SuppressWarnings("unchecked")
  private static <T> Object identified(
      ObjectType<T> type, MetadataObject object, ImportContext context) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    if (object.uid().isEmpty()) {
      changes.put("id", context.newUid().get());
    }
    if (object.identity().created() == null) {
      changes.put("created", context.now());
    }
    if (object.identity().lastUpdated() == null) {
      changes.put("lastUpdated", context.now());
    }
    return changes.isEmpty() ? object : type.with((T) object, changes);
  }
}
