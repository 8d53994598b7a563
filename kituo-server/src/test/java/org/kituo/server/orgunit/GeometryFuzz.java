package org.kituo.server.orgunit;

import org.kituo.model.access.Actor;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.server.orgunit.GeometryImport.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands any JSON to the import of geometries. */
public final class GeometryFuzz {
  private static final MetadataSnapshot SNAPSHOT = snapshot();

  private GeometryFuzz() {}

  private static MetadataSnapshot snapshot() {
    SnapshotChange change = MetadataSnapshot.empty(MetadataTypes.ALL).change();
    change.put(read(OrganisationUnit.class, "{\"id\": \"OrgUnit0001\", \"name\": \"a\"}"));
    change.put(read(User.class, "{\"id\": \"UserUser001\", \"username\": \"u\"}"));
    return change.snapshot();
  }

  private static <T> T read(Class<T> type, String json) {
    return new ObjectReader()
        .read(ObjectType.of(type), JsonMapper.shared().readTree(json), "OrgUnit0001");
  }

  /** Reads it as the features of units. */
  public static void read(JsonNode json) {
    User user = SNAPSHOT.all(User.class).iterator().next();
    new GeometryImport(
            SNAPSHOT, Actor.of(user, SNAPSHOT).asSystem(), new Target(true, "id", "id", null))
        .read(json);
  }
}
