package org.kituo.server.metadata;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An object's own properties as a JSON tree, for changes by patch. */
public final class StoredJson {
  private static final int LONG = 500;

  private StoredJson() {}

  /**
   * The long collections of references of an object that a change does not touch. They stay out of
   * its JSON, so that renaming a group of very many does not write and read all of them.
   */
  static Set<String> untouched(MetadataObject object, Collection<String> touched) {
    Set<String> names = new HashSet<>();
    for (TypeProperty property : ObjectType.of(object).references()) {
      if (property.reference()
          && property.storedItems(object).size() > LONG
          && !touched.contains(property.name())) {
        names.add(property.name());
      }
    }
    return names;
  }

  /**
   * The stored properties of an object but some, and the collections that the other side keeps but
   * that may be written from this one.
   */
  static ObjectNode withOthers(
      MetadataObject object, Set<String> without, MetadataSnapshot snapshot) {
    ObjectNode json = of(emptied(ObjectType.of(object), object, without));
    for (TypeProperty property : ObjectType.of(object).properties().values()) {
      TypeProperty.InverseOf inverse = property.inverse();
      TypeProperty held =
          inverse == null || !inverse.writable()
              ? null
              : ObjectType.of(inverse.type()).property(inverse.property());
      if (held != null) {
        ArrayNode ids = json.putArray(property.name());
        snapshot.referrerIds(held, object.uid()).forEach(id -> ids.addObject().put("id", id));
      }
    }
    return json;
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject emptied(
      ObjectType<T> type, MetadataObject object, Set<String> collections) {
    Map<String, Object> empty = new HashMap<>();
    collections.forEach(name -> empty.put(name, List.of()));
    return (MetadataObject) type.with((T) object, empty);
  }

  /** The stored properties of an object. */
  public static ObjectNode of(MetadataObject object) {
    return (ObjectNode) ObjectWriter.tree(object);
  }
}
