package org.kituo.model.snapshot;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
      visit(object, p, p, visitor);
    }
  }

  private static void visit(
      Object object, TypeProperty top, TypeProperty property, Visitor visitor) {
    for (Object item : property.storedItems(object)) {
      if (property.reference()) {
        if (property.target() != null && item instanceof Ref<?> ref) {
          visitor.visit(object, top, property, ref.id());
        }
      } else {
        for (TypeProperty inner : ObjectType.of(item).references()) {
          visit(item, top, inner, visitor);
        }
      }
    }
  }

  /** What an object refers to by one of its properties; nothing where there is no object. */
  static Set<String> by(TypeProperty property, @Nullable Object object) {
    if (object == null) {
      return Set.of();
    }
    Set<String> found = new LinkedHashSet<>();
    visit(object, property, property, (holder, top, inner, id) -> found.add(id));
    return found;
  }
}
