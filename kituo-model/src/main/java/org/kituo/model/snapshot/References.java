package org.kituo.model.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;

/** The references that an object makes, its embedded objects included. */
public final class References {

  private References() {}

  /** Receives the references of an object. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * One reference.
     *
     * @param holder the object itself, or the embedded one that makes the reference
     * @param top the property of the object itself
     * @param property the holder's property
     * @param id what it names
     */
    void visit(Object holder, TypeProperty top, TypeProperty property, String id);
  }

  /** Visits the references to objects of metadata types. */
  public static <T> void visit(T object, Visitor visitor) {
    for (TypeProperty p : ObjectType.of(object).references()) {
      visit(object, p, visitor);
    }
  }

  /** Visits the references that an object makes by one of its properties. */
  public static void visit(Object object, TypeProperty property, Visitor visitor) {
    visit(object, property, property, property.storedItems(object), visitor);
  }

  private static void visit(
      Object holder, TypeProperty top, TypeProperty property, List<?> items, Visitor visitor) {
    for (Object item : items) {
      if (property.reference()) {
        if (property.target() != null && item instanceof Ref<?> ref) {
          visitor.visit(holder, top, property, ref.id());
        }
      } else {
        for (TypeProperty inner : ObjectType.of(item).references()) {
          visit(item, top, inner, inner.storedItems(item), visitor);
        }
      }
    }
  }

  /** What some items of a property refer to. */
  static List<String> ids(TypeProperty property, List<?> items) {
    List<String> found = new ArrayList<>();
    visit(property, property, property, items, (holder, top, inner, id) -> found.add(id));
    return found;
  }
}
