package org.kituo.model.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;

/** Reads the values of properties of any origin, as a view has them. */
public final class ObjectView {

  private ObjectView() {}

  /** The value of a property: stored, computed, or the references of an inverse collection. */
  public static @Nullable Object value(TypeProperty property, Object object, View view) {
    return switch (property.origin()) {
      case STORED -> property.stored(object);
      case COMPUTED -> property.computed(object, view);
      case INVERSE -> inverse(property, (MetadataObject) object, view);
      case VIRTUAL -> virtual(property, object, view);
    };
  }

  /**
   * A displayed text without a method of its own is the translation of the property that it
   * displays.
   */
  private static @Nullable Object virtual(TypeProperty property, Object object, View view) {
    String name = property.name();
    if (object instanceof Sharing sharing) {
      return name.equals("public")
          ? sharing.publicAccess()
          : name.equals("owner") ? sharing.owner() : null;
    }
    if (name.startsWith("display") && name.length() > 7) {
      String shown = Character.toLowerCase(name.charAt(7)) + name.substring(8);
      if (object instanceof MetadataObject of) {
        return view.displayed(of, shown);
      }
      TypeProperty base = ObjectType.of(object).property(shown);
      return base == null || !base.stored() ? null : base.stored(object);
    }
    return property.virtualValue();
  }

  private static List<Ref<?>> inverse(TypeProperty property, MetadataObject object, View view) {
    TypeProperty.InverseOf of = java.util.Objects.requireNonNull(property.inverse());
    TypeProperty by = ObjectType.of(of.type()).property(of.property());
    List<Ref<?>> refs = new ArrayList<>();
    if (by != null) {
      view.snapshot().referrerIds(by, object.uid()).forEach(id -> refs.add(new Ref<>(id)));
    }
    return refs;
  }

  /** The object that a value of a property stands for: the one referred to, or the embedded one. */
  public static @Nullable Object target(TypeProperty property, Object value, View view) {
    if (value instanceof Ref<?> ref) {
      Class<? extends Record> target = MetadataTypes.target(property);
      return target == null
          ? view.snapshot().findAny(ref.id()).orElse(null)
          : view.snapshot().get(target, ref.id());
    }
    return value;
  }
}
