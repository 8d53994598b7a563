package org.kituo.server.metadata;

import java.io.ByteArrayInputStream;
import java.util.Set;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;

/** Hands any bytes to the reader of GML. */
public final class GmlFuzz {
  private static final MetadataSnapshot SNAPSHOT = MetadataSnapshot.empty(MetadataTypes.ALL);
  private static final Set<String> TYPES = Set.of("Point", "Polygon", "MultiPolygon");

  private GmlFuzz() {}

  /** Reads them as GML, and checks that what comes of it are geometries. */
  public static void read(byte[] bytes) {
    try {
      GmlReader.bundle(new ByteArrayInputStream(bytes), SNAPSHOT)
          .path("organisationUnits")
          .forEach(unit -> {
            if (!TYPES.contains(unit.path("geometry").path("type").asString(""))) {
              throw new AssertionError("No geometry: " + unit);
            }
          });
    } catch (Problem e) {
      // Refused, as it should be.
    }
  }
}
