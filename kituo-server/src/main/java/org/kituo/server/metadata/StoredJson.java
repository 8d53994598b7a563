package org.kituo.server.metadata;

import java.io.ByteArrayOutputStream;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Answers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An object's own properties as a JSON tree, for changes by patch. */
public final class StoredJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StoredJson() {}

  /**
   * The stored properties of an object, and the collections that the other side keeps but that may
   * be written from this one.
   */
  static ObjectNode withOthers(MetadataObject object, MetadataSnapshot snapshot) {
    ObjectNode json = of(object);
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

  /** The stored properties of an object. */
  public static ObjectNode of(MetadataObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Answers.write(bytes, json -> ObjectWriter.write(json, object));
    return (ObjectNode) JSON.readTree(bytes.toByteArray());
  }
}
