package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;

/**
 * Gives embedded objects the identifiers and times that they lack. One that was there before keeps
 * its times, the second as long as it stays what it was.
 */
final class EmbeddedObjects {
  private final MetadataObject owner;
  private final ImportContext context;
  private final Map<String, MetadataObject> before = new HashMap<>();

  private EmbeddedObjects(
      MetadataObject owner, @Nullable MetadataObject existing, ImportContext context) {
    this.owner = owner;
    this.context = context;
    if (existing != null) {
      collect(existing);
    }
  }

  /**
   * An object with all embedded objects complete.
   *
   * @param existing the object as it was before; null for a new one
   */
  static MetadataObject completed(
      MetadataObject object, @Nullable MetadataObject existing, ImportContext context) {
    return (MetadataObject)
        new EmbeddedObjects(object, existing, context).complete(ObjectType.of(object), object);
  }

  private void collect(Object holder) {
    for (TypeProperty p : ObjectType.of(holder).references()) {
      if (p.embedded()) {
        for (Object item : p.storedItems(holder)) {
          if (item instanceof MetadataObject object) {
            before.put(object.uid(), object);
          }
          collect(item);
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Object complete(ObjectType<T> type, Object object) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (TypeProperty p : type.references()) {
      Object value = p.embedded() ? p.stored(object) : null;
      if (value != null) {
        Object completed = value(value);
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

  private Object value(Object value) {
    if (!(value instanceof List<?> list)) {
      return item(value);
    }
    List<Object> items = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object item : list) {
      Object completed = item(item);
      changed |= completed != item;
      items.add(completed);
    }
    return changed ? List.copyOf(items) : list;
  }

  private Object item(Object item) {
    Object inner = complete(ObjectType.of(item), item);
    return inner instanceof MetadataObject object
        ? identified(ObjectType.of(object), object)
        : inner;
  }

  @SuppressWarnings("unchecked")
  private <T> Object identified(ObjectType<T> type, MetadataObject object) {
    MetadataObject old = before.get(object.uid());
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    if (object.uid().isEmpty()) {
      changes.put("id", context.newUid().get());
    }
    if (object.identity().created() == null) {
      changes.put("created", old == null ? context.now() : old.identity().created());
    }
    if (object.identity().lastUpdated() == null) {
      changes.put("lastUpdated", old == null ? context.now() : old.identity().lastUpdated());
    }
    if (changes.isEmpty()) {
      return object;
    }
    T completed = type.with((T) object, changes);
    boolean changed = old != null && changes.containsKey("lastUpdated") && !completed.equals(old);
    return changed ? type.with(completed, "lastUpdated", context.now()) : completed;
  }
}
