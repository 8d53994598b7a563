package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectReader.Misfit;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * Objects to be imported, in import order.
 *
 * @param items the objects
 */
public record Bundle(List<Item> items) {

  /** Sorts by the order of types, which is that of the reports. */
  public Bundle {
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(
        Comparator.<Item>comparingInt(i -> i.type().facts().order())
            .thenComparing(i -> i.type().plural())
            .thenComparingInt(Item::index));
    items = List.copyOf(sorted);
  }

  /**
   * One object to be imported.
   *
   * @param index its place among the objects of its type, from 0
   * @param object the object as read
   * @param present the names of the stored properties that the source spoke of
   * @param misfits values that did not fit
   * @param identified whether the source named the object by the identifier in use
   * @param others the identifiers of those on the other side of the collections that may be written
   *     from this side, such as the groups of a user, by the names of the properties; without those
   *     that the source does not speak of
   */
  public record Item(
      int index,
      MetadataObject object,
      Set<String> present,
      List<Misfit> misfits,
      boolean identified,
      Map<String, Set<String>> others) {
    /** The type of the object. */
    public ObjectType<?> type() {
      return ObjectType.of(object);
    }

    Item with(MetadataObject changed) {
      return new Item(index, changed, present, misfits, identified, others);
    }
  }

  /** A bundle of one object. */
  public static Bundle of(MetadataObject object, Set<String> present) {
    return new Bundle(List.of(new Item(0, object, present, List.of(), true, Map.of())));
  }

  /**
   * Reads a bundle from a JSON object with an array for each type. Members that are no type are
   * left out.
   *
   * @param byCode whether objects and references are named by their codes
   * @param snapshot where codes are looked up
   * @param newUid gives identifiers to objects that have none
   */
  public static Bundle read(
      JsonNode node, boolean byCode, MetadataSnapshot snapshot, Supplier<String> newUid) {
    BundleReader reader = new BundleReader(node, byCode, snapshot, newUid);
    List<Item> items = new ArrayList<>();
    for (ObjectType<?> type : MetadataTypes.ALL) {
      JsonNode array = node.get(type.plural());
      if (array != null && array.isArray()) {
        for (int i = 0; i < array.size(); i++) {
          if (array.get(i).isObject()) {
            items.add(reader.item(type, array.get(i), i));
          }
        }
      }
    }
    return new Bundle(items);
  }

  /** The bundle in which an object keeps the values that it has for some properties. */
  public Bundle keeping(MetadataObject object, Set<String> names) {
    return new Bundle(
        items.stream()
            .map(item ->
                item.type() == ObjectType.of(object) && item.object().uid().equals(object.uid())
                    ? item.with(keeping(ObjectType.of(object), item.object(), object, names))
                    : item)
            .toList());
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject keeping(
      ObjectType<T> type, MetadataObject object, MetadataObject of, Set<String> names) {
    Map<String, @Nullable Object> kept = new HashMap<>();
    for (TypeProperty property : type.stored()) {
      if (names.contains(property.name())) {
        kept.put(property.name(), property.stored(of));
      }
    }
    return (MetadataObject) type.with((T) object, kept);
  }

  /** Reads one object of a type, named by its identifier. */
  public static Item readOne(ObjectType<?> type, JsonNode node, Supplier<String> newUid) {
    ObjectReader reader = new ObjectReader();
    MetadataObject object = (MetadataObject) reader.read(type, node, newUid.get());
    return new Item(
        0,
        object,
        ObjectReader.present(type, node),
        reader.misfits(),
        true,
        reader.others(type, node));
  }

  /** The value of a property that a reference is known by. */
  static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asString();
  }

  /** The properties of an object that are unique and hold text. */
  static List<TypeProperty> unique(ObjectType<?> type) {
    return type.unique();
  }
}
