package org.kituo.bench.micro;

import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot with nothing but organisation units, ten below each. */
final class Units {
  private static final int CHILDREN = 10;

  private Units() {}

  static MetadataSnapshot snapshot(int count) {
    SnapshotChange change = MetadataSnapshot.empty(MetadataTypes.ALL).change();
    for (int i = 0; i < count; i++) {
      change.put(unit(i, "Unit " + i));
    }
    return change.snapshot();
  }

  static OrganisationUnit unit(int number, String name) {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", uid(number))
            .put("name", name)
            .put("shortName", name)
            .put("openingDate", "2000-01-01T00:00:00.000");
    if (number > 0) {
      json.putObject("parent").put("id", uid((number - 1) / CHILDREN));
    }
    return new ObjectReader().read(ObjectType.of(OrganisationUnit.class), json, "");
  }

  static String uid(int number) {
    return "U%010d".formatted(number);
  }
}
