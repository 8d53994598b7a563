package org.kituo.model;

import java.util.Set;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import tools.jackson.databind.json.JsonMapper;

/** Metadata for tests, written as JSON with single quotes. */
public final class TestMetadata {

  private TestMetadata() {}

  /** An object read from JSON. */
  public static <T extends MetadataObject> T read(Class<T> type, String json) {
    return type.cast(
        new ObjectReader()
            .read(
                ObjectType.of(type),
                JsonMapper.shared().readTree(json.replace('\'', '"')),
                "NoUidGiven1"));
  }

  /** A snapshot with some objects. */
  public static MetadataSnapshot snapshot(Iterable<? extends MetadataObject> objects) {
    SnapshotChange change = MetadataSnapshot.empty(MetadataTypes.ALL).change();
    objects.forEach(change::put);
    return change.snapshot();
  }

  /** A valid identifier made of a letter and a number. */
  public static String uid(char letter, int number) {
    return "%c%010d".formatted(letter, number);
  }

  /** The one who may do everything. */
  public static Actor superuser() {
    User admin =
        read(User.class, "{'id': '%s', 'username': 'admin'}".formatted(DefaultObjects.ADMIN));
    return new Actor(admin, Set.of(Actor.ALL), Set.of(), true);
  }
}
