package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportContext;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOutcome;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.MetadataImport;
import org.kituo.model.bundle.Versions;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.store.metadata.MetadataStore;

/** Runs imports against the newest metadata and commits what they come to. */
public final class MetadataWriter {
  private final MetadataStore store;

  /** A writer to a store. */
  public MetadataWriter(MetadataStore store) {
    this.store = store;
  }

  /** Imports a bundle that is read against the snapshot that it is imported into. */
  public ImportReport run(
      Actor actor,
      ImportOptions options,
      BiFunction<MetadataSnapshot, ImportContext, Bundle> reader) {
    LocalDateTime now = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS);
    ImportContext context = new ImportContext(actor, now, NewUids::next);
    if (!options.commit()) {
      MetadataSnapshot snapshot = store.snapshot();
      return MetadataImport.run(snapshot, reader.apply(snapshot, context), options, context)
          .report();
    }
    AtomicReference<ImportReport> report = new AtomicReference<>();
    store.write(
        actor.uid(),
        snapshot -> {
          ImportOutcome outcome =
              MetadataImport.run(snapshot, reader.apply(snapshot, context), options, context);
          report.set(outcome.report());
          return outcome.change();
        });
    return java.util.Objects.requireNonNull(report.get());
  }

  /** Counts the version of an object on. */
  public void countVersion(Actor actor, MetadataObject object) {
    store.write(
        actor.uid(),
        snapshot -> {
          SnapshotChange change = snapshot.change();
          snapshot.findAny(object.uid()).map(Versions::next).ifPresent(change::put);
          return change;
        });
  }
}
