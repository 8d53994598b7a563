package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.TypeProperty.Origin;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;

/**
 * A collection of references that is changed item by item. Where the object does not hold it
 * itself, the objects on the other side, which do, are changed.
 */
final class CollectionSide {
  private final ObjectType<?> type;
  private final TypeProperty property;

  private CollectionSide(ObjectType<?> type, TypeProperty property) {
    this.type = type;
    this.property = property;
  }

  static CollectionSide of(ObjectType<?> type, String name) {
    TypeProperty property = type.property(name);
    if (property == null) {
      throw Problem.notFound("Property " + name + " does not exist on " + type.simpleKlass() + ".");
    }
    if (!property.collection() || !property.reference() || property.target() == null) {
      throw Problem.conflict(
          "E1004",
          "Only collections of references can be changed item by item; " + name + " is none.");
    }
    return new CollectionSide(type, property);
  }

  /** The type of the items. */
  ObjectType<?> item() {
    return ObjectType.of(Objects.requireNonNull(property.target()));
  }

  /** The objects that are to be written for a change of the collection of one object. */
  Bundle change(
      MetadataSnapshot snapshot,
      String uid,
      List<String> additions,
      List<String> deletions,
      boolean replace) {
    for (String id : additions) {
      if (snapshot.get(MetadataTypes.record(item()), id) == null) {
        throw Problem.notFound(item().simpleKlass() + " with id " + id + " could not be found.");
      }
    }
    if (property.origin() == Origin.INVERSE) {
      return otherSide(snapshot, uid, additions, deletions);
    }
    MetadataObject object = Objects.requireNonNull(snapshot.get(MetadataTypes.record(type), uid));
    return Bundle.of(
        with(object, property, additions, deletions, replace), type.properties().keySet());
  }

  private Bundle otherSide(
      MetadataSnapshot snapshot, String uid, List<String> additions, List<String> deletions) {
    TypeProperty.InverseOf inverse = Objects.requireNonNull(property.inverse());
    ObjectType<?> holder = ObjectType.of(inverse.type());
    TypeProperty held = Objects.requireNonNull(holder.property(inverse.property()));
    List<Bundle.Item> items = new ArrayList<>();
    Set<String> added = new LinkedHashSet<>(additions);
    Set<String> touched = new LinkedHashSet<>(additions);
    touched.addAll(deletions);
    for (String id : touched) {
      MetadataObject other = snapshot.get(MetadataTypes.record(holder), id);
      if (other != null) {
        boolean add = added.contains(id);
        MetadataObject changed =
            with(
                other, held, add ? List.of(uid) : List.of(), add ? List.of() : List.of(uid), false);
        items.addAll(Bundle.of(changed, holder.properties().keySet()).items());
      }
    }
    return new Bundle(items);
  }

  private static MetadataObject with(
      MetadataObject object,
      TypeProperty property,
      List<String> additions,
      List<String> deletions,
      boolean replace) {
    Set<Object> items = new LinkedHashSet<>(replace ? List.of() : property.storedItems(object));
    deletions.forEach(id -> items.remove(new Ref<>(id)));
    additions.forEach(id -> items.add(new Ref<>(id)));
    Object value =
        property.collection() ? List.copyOf(items) : items.stream().findFirst().orElse(null);
    return with(ObjectType.of(object), object, property.name(), value);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject with(
      ObjectType<T> type, MetadataObject object, String property, @Nullable Object value) {
    return (MetadataObject) type.with((T) object, property, value);
  }

  /**
   * How many items a change adds and takes, and how many were there already. Replacing takes all
   * that were held and adds all that are given.
   */
  Stats stats(
      MetadataObject before, List<String> additions, List<String> deletions, boolean replace) {
    Set<String> held = new LinkedHashSet<>();
    if (property.stored()) {
      property.storedItems(before).forEach(i -> held.add(((Ref<?>) i).id()));
    }
    if (replace) {
      return new Stats(0, additions.size(), held.size(), 0);
    }
    int known = (int) additions.stream().filter(held::contains).count();
    return new Stats(0, additions.size() - known, new LinkedHashSet<>(deletions).size(), known);
  }
}
