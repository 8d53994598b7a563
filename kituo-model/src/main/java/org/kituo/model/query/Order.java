package org.kituo.model.query;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Sorts by some orders, then by identifier. Objects without a value come last. */
  public static Comparator<MetadataObject> comparator(List<Order> orders, View view) {
    Comparator<MetadataObject> comparator = null;
    for (Order order : orders) {
      Comparator<MetadataObject> next = order.comparator(view);
      comparator = comparator == null ? next : comparator.thenComparing(next);
    }
    Comparator<MetadataObject> byId = Comparator.comparing(MetadataObject::uid);
    return comparator == null ? byId : comparator.thenComparing(byId);
  }

  private Comparator<MetadataObject> comparator(View view) {
    return (a, b) -> {
      Object left = key(a, view);
      Object right = key(b, view);
      if (left == null || right == null) {
        return left == right ? 0 : left == null ? 1 : -1;
      }
      int sign = compare(left, right);
      return descending ? -sign : sign;
    };
  }

  @SuppressWarnings("unchecked")
  private int compare(Object left, Object right) {
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
