package org.kituo.model.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.TextOrder;
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

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private static final TextOrder BY_NAME = new TextOrder(MetadataObject::label, NameOrder.INSTANCE);

  private static final TextOrder BY_ID =
      new TextOrder(MetadataObject::uid, Comparator.naturalOrder());

  /** The objects that fit and that the predicate lets through, sorted. */
  public List<MetadataObject> find(View view, Predicate<MetadataObject> readable) {
    Predicate<MetadataObject> searched = searched();
    List<MetadataObject> found = new ArrayList<>();
    for (MetadataObject object : candidates(view)) {
      if (searched.test(object)
          && fits(object, view)
          && more.test(object)
          && readable.test(object)) {
        found.add(object);
      }
    }
    if (usualOrder() == null) {
      Order.sort(found, orders, view);
    }
    return found;
  }

  /** The order that a snapshot remembers, where the one asked for is such; else null. */
  private @Nullable TextOrder usualOrder() {
    if (orders.isEmpty()) {
      return BY_NAME;
    }
    Order first = orders.getFirst();
    return first.property().name().equals("id") && !first.descending() ? BY_ID : null;
  }

  /** Those named by their identifiers where a filter names them, else all; in the usual order. */
  private Iterable<? extends MetadataObject> candidates(View view) {
    Class<? extends MetadataObject> record = MetadataTypes.record(type);
    TextOrder order = usualOrder();
    if (!any || filters.size() == 1) {
      for (Filter filter : filters) {
        List<String> ids = filter.identifiers();
        if (ids != null) {
          List<MetadataObject> named = new ArrayList<>();
          ids.stream()
              .distinct()
              .forEach(id -> view.snapshot().find(record, id).ifPresent(named::add));
          return order == null ? named : order.sorted(named);
        }
      }
    }
    return order == null ? view.snapshot().all(record) : view.snapshot().sorted(record, order);
  }

  private boolean fits(MetadataObject object, View view) {
    for (Filter filter : filters) {
      if (filter.test(object, view) == any) {
        return any;
      }
    }
    return filters.isEmpty() || !any;
  }

  private Predicate<MetadataObject> searched() {
    String words = search;
    if (words == null) {
      return object -> true;
    }
    String folded = folded(words);
    return object ->
        object.uid().equals(words)
            || words.equals(object.identity().code())
            || contains(object.name(), folded)
            || object instanceof User user
                && (contains(user.username(), folded)
                    || contains(user.email(), folded)
                    || contains(user.phoneNumber(), folded));
  }

  private static boolean contains(@Nullable String text, String folded) {
    return text != null && folded(text).contains(folded);
  }

  /** Without case and accents, so that "hopital" finds "Hôpital". */
  private static String folded(String text) {
    String plain =
        isAscii(text)
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
