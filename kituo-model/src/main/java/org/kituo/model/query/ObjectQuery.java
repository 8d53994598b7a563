package org.kituo.model.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;

/**
 * Which objects of a type are wanted, in which order.
 *
 * @param type the type
 * @param filters what they must fit
 * @param any whether one filter is enough; else all must fit
 * @param search words to be found in identifier, code or name; null for none
 * @param orders how to sort them; empty for the usual order, by name
 * @param more a further condition
 */
public record ObjectQuery(
    ObjectType<?> type,
    List<Filter> filters,
    boolean any,
    @Nullable String search,
    List<Order> orders,
    Predicate<MetadataObject> more) {

  /** The objects that fit and that the predicate lets through, sorted. */
  public List<MetadataObject> find(View view, Predicate<MetadataObject> readable) {
    List<MetadataObject> found = new ArrayList<>();
    for (MetadataObject object : candidates(view)) {
      if (fits(object, view) && more.test(object) && readable.test(object)) {
        found.add(object);
      }
    }
    found.sort(orders.isEmpty() ? byName() : Order.comparator(orders, view));
    return found;
  }

  /** Those named by their identifiers where a filter names them, else all. */
  private Iterable<? extends MetadataObject> candidates(View view) {
    Class<? extends MetadataObject> record = MetadataTypes.record(type);
    if (!any || filters.size() == 1) {
      for (Filter filter : filters) {
        List<String> ids = filter.identifiers();
        if (ids != null) {
          List<MetadataObject> named = new ArrayList<>();
          ids.stream()
              .distinct()
              .forEach(id -> view.snapshot().find(record, id).ifPresent(named::add));
          return named;
        }
      }
    }
    return view.snapshot().all(record);
  }

  private boolean fits(MetadataObject object, View view) {
    if (search != null && !matches(object, search)) {
      return false;
    }
    if (filters.isEmpty()) {
      return true;
    }
    return any
        ? filters.stream().anyMatch(f -> f.test(object, view))
        : filters.stream().allMatch(f -> f.test(object, view));
  }

  private static boolean matches(MetadataObject object, String words) {
    String name = object.name();
    return object.uid().equals(words)
        || words.equals(object.identity().code())
        || contains(name, words)
        || object instanceof User user
            && (contains(user.username(), words)
                || contains(user.email(), words)
                || contains(user.phoneNumber(), words));
  }

  private static boolean contains(@Nullable String text, String words) {
    return text != null && folded(text).contains(folded(words));
  }

  /** Without case and accents, so that "hopital" finds "Hôpital". */
  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Comparator<MetadataObject> byName() {
    return Comparator.comparing(MetadataObject::label, NameOrder.INSTANCE)
        .thenComparing(MetadataObject::uid);
  }
}
