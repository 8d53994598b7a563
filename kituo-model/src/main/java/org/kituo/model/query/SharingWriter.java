package org.kituo.model.query;

import java.util.Map;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.core.JsonGenerator;

/** Writes sharing with the names of the users and groups, for people who look at it. */
final class SharingWriter {

  private SharingWriter() {}

  static void write(JsonGenerator json, Sharing sharing, MetadataSnapshot snapshot) {
    json.writeStartObject();
    if (sharing.owner() != null) {
      json.writeStringProperty("owner", sharing.owner());
    }
    accesses(json, "users", sharing.users(), User.class, snapshot);
    accesses(json, "userGroups", sharing.userGroups(), UserGroup.class, snapshot);
    if (sharing.publicAccess() != null) {
      json.writeStringProperty("public", sharing.publicAccess());
    }
    json.writeEndObject();
  }

  private static void accesses(
      JsonGenerator json,
      String name,
      Map<String, String> accesses,
      Class<? extends MetadataObject> type,
      MetadataSnapshot snapshot) {
    json.writeName(name);
    json.writeStartObject();
    accesses.forEach((id, access) -> {
      json.writeName(id);
      json.writeStartObject();
      snapshot.find(type, id).ifPresent(o -> json.writeStringProperty("displayName", o.name()));
      json.writeStringProperty("access", access);
      json.writeStringProperty("id", id);
      json.writeEndObject();
    });
    json.writeEndObject();
  }
}
