package org.kituo.model.bundle;

import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.kituo.model.TestMetadata;
import org.kituo.model.access.PasswordPolicy;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;

/** Imports as a superuser, at always the same time, with identifiers that are counted. */
public final class TestImport {
  private static final LocalDateTime NOW = LocalDateTime.of(2030, 1, 2, 3, 4, 5);

  private TestImport() {}

  /** Imports a bundle given as JSON. */
  public static ImportOutcome run(
      MetadataSnapshot snapshot, JsonNode bundle, ImportOptions options) {
    AtomicInteger count = new AtomicInteger();
    ImportContext context =
        new ImportContext(
            TestMetadata.superuser(),
            NOW,
            () -> TestMetadata.uid('z', count.incrementAndGet()),
            PasswordPolicy.USUAL,
            cron -> true);
    boolean byCode = options.identifier() == ImportOptions.Identifier.CODE;
    return MetadataImport.run(
        snapshot, Bundle.read(bundle, byCode, snapshot, context.newUid()), options, context);
  }
}
