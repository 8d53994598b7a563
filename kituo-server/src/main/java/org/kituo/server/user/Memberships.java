package org.kituo.server.user;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;

/** Adds a reference to a list of an object, or takes it out. */
final class Memberships {

  private Memberships() {}

  static <T, R> T with(T object, String property, List<Ref<R>> held, Ref<R> item, boolean add) {
    Set<Ref<R>> items = new LinkedHashSet<>(held);
    if (add) {
      items.add(item);
    } else {
      items.remove(item);
    }
    return ObjectType.of(object).with(object, property, List.copyOf(items));
  }
}
