package org.kituo.server.metadata;

import java.io.ByteArrayOutputStream;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.server.http.Answers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An object's own properties as a JSON tree, for changes by patch. */
public final class StoredJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StoredJson() {}

  /** The stored properties of an object. */
  public static ObjectNode of(MetadataObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Answers.write(bytes, json -> ObjectWriter.write(json, object));
    return (ObjectNode) JSON.readTree(bytes.toByteArray());
  }
}
