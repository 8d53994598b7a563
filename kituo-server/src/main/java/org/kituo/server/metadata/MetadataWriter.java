package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ConfigurationPlan;
import org.kituo.model.bundle.ImportContext;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOutcome;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.MetadataImport;
import org.kituo.model.bundle.Versions;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.server.system.NewUids;
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
    ImportContext context = context(actor);
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

  /**
   * Carries out a plan that is made on the newest metadata, if it is possible.
   *
   * @param planner makes it; what it throws keeps everything as it is
   */
  public ConfigurationPlan apply(
      Actor actor, BiFunction<MetadataSnapshot, ImportContext, ConfigurationPlan> planner) {
    AtomicReference<ConfigurationPlan> made = new AtomicReference<>();
    store.write(
        actor.uid(),
        snapshot -> {
          ConfigurationPlan plan = planner.apply(snapshot, context(actor));
          made.set(plan);
          return plan.change();
        });
    return java.util.Objects.requireNonNull(made.get());
  }

  /** Makes a plan on the newest metadata, and leaves it at that. */
  public ConfigurationPlan plan(
      Actor actor, BiFunction<MetadataSnapshot, ImportContext, ConfigurationPlan> planner) {
    return planner.apply(store.snapshot(), context(actor));
  }

  private static ImportContext context(Actor actor) {
    return new ImportContext(
        actor, LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS), NewUids::next);
  }
}
