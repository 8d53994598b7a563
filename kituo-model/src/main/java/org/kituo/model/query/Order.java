package org.kituo.model.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;

/**
 * One part of {@code order}.
 *
 * @param property what to sort by
 * @param descending whether the greatest comes first
 * @param ignoringCase whether the request says that texts are to be compared regardless of case,
 *     which they are all the same
 * @param known whether the direction was one of those that there are
 */
public record Order(
    TypeProperty property, boolean descending, boolean ignoringCase, boolean known) {

  /** Compiles the value of an {@code order} parameter, such as {@code name:asc,created:desc}. */
  public static List<Order> parse(ObjectType<?> type, String text) {
    List<Order> orders = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : text.split(",")) {
      String[] words = part.strip().split(":", 2);
      TypeProperty property = type.property(words[0]);
      if (words[0].isEmpty()) {
        continue;
      }
      if (property == null) {
        throw new QueryException("", "No such property: " + words[0]);
      }
      String direction = words.length < 2 ? "asc" : words[1].toLowerCase(Locale.ROOT);
      if (seen.add(words[0])) {
        orders.add(
            new Order(
                property,
                direction.equals("desc") || direction.equals("idesc"),
                direction.startsWith("i"),
                Set.of("asc", "desc", "iasc", "idesc").contains(direction)));
      }
    }
    return orders;
  }

  /** Sorts objects by some orders, then by identifier. Objects without a value come last. */
  public static void sort(List<MetadataObject> objects, List<Order> orders, View view) {
    List<Keyed> keyed = new ArrayList<>(objects.size());
    for (MetadataObject object : objects) {
      @Nullable Object[] keys = new @Nullable Object[orders.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = orders.get(i).key(object, view);
      }
      keyed.add(new Keyed(object, keys));
    }
    keyed.sort((a, b) -> compare(a, b, orders));
    for (int i = 0; i < keyed.size(); i++) {
      objects.set(i, keyed.get(i).object);
    }
  }

  /** An object with what it is sorted by, which is looked up once and not for each comparison. */
  private record Keyed(MetadataObject object, @Nullable Object[] keys) {}

  private static int compare(Keyed a, Keyed b, List<Order> orders) {
    for (int i = 0; i < a.keys.length; i++) {
      Object left = a.keys[i];
      Object right = b.keys[i];
      if (left == null || right == null) {
        if (left != right) {
          return left == null ? 1 : -1;
        }
      } else {
        int sign = compare(left, right);
        if (sign != 0) {
          return orders.get(i).descending ? -sign : sign;
        }
      }
    }
    return a.object.uid().compareTo(b.object.uid());
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return NameOrder.INSTANCE.compare(a, b);
    }
    return left instanceof Comparable<?> c && left.getClass() == right.getClass()
        ? ((Comparable<Object>) c).compareTo(right)
        : left.toString().compareTo(right.toString());
  }

  private @Nullable Object key(MetadataObject object, View view) {
    Object value = ObjectView.value(property, object, view);
    return switch (value) {
      case null -> null;
      case List<?> list -> (Object) list.size();
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }
}
