package org.kituo.server.metadata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The types of objects by their identifiers: of those that are there and those of a bundle. */
final class KnownObjects {
  private final MetadataSnapshot snapshot;
  private final Map<String, String> coming = new HashMap<>();
  private final Map<String, Integer> levels = new HashMap<>();

  KnownObjects(MetadataSnapshot snapshot, ObjectNode bundle) {
    this.snapshot = snapshot;
    for (ObjectType<?> type : MetadataTypes.ALL) {
      for (JsonNode object : bundle.path(type.plural())) {
        coming.put(object.path("id").asString(""), type.plural());
      }
    }
    for (JsonNode level : bundle.path("organisationUnitLevels")) {
      levels.put(level.path("id").asString(""), level.path("level").asInt(0));
    }
  }

  /** The path of the type of an object, such as {@code dataElements}; empty where there is none. */
  String type(String id) {
    String type = coming.get(id);
    return type != null
        ? type
        : snapshot.findAny(id).map(o -> ObjectType.of(o).plural()).orElse("");
  }

  /** Whether the bundle lists an object under its type. */
  boolean isComing(String id, ObjectType<?> type) {
    return type.plural().equals(coming.get(id));
  }

  /** The number of a level of the hierarchy that is given by number or identifier. */
  Optional<Integer> level(String level) {
    if (level.matches("\\d{1,3}")) {
      return Optional.of(Integer.valueOf(level));
    }
    return snapshot
        .find(OrganisationUnitLevel.class, level)
        .map(OrganisationUnitLevel::level)
        .or(() -> Optional.ofNullable(levels.get(level)));
  }
}
