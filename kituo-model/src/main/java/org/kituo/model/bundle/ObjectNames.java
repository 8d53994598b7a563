package org.kituo.model.bundle;

import org.kituo.model.bundle.ImportOptions.Identifier;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;

/** How reports name objects: {@code ANC visits [fbfJHSPpUQD] (DataElement)}. */
final class ObjectNames {

  private ObjectNames() {}

  static String named(MetadataObject object, Identifier identifier) {
    String name = object.name();
    String id =
        identifier == Identifier.CODE && object.identity().code() != null
            ? object.identity().code()
            : object.uid();
    return (name == null || name.isEmpty() ? "" : name + " ")
        + reference(id, ObjectType.of(object));
  }

  static String reference(String id, ObjectType<?> type) {
    return "[" + id + "] (" + type.simpleKlass() + ")";
  }
}
