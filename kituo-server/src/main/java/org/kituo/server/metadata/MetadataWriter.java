package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.access.PasswordPolicy;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.CategoryModel;
import org.kituo.model.bundle.ConfigurationPlan;
import org.kituo.model.bundle.ImportContext;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportOutcome;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.bundle.MetadataImport;
import org.kituo.model.bundle.Versions;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.server.http.Problem;
import org.kituo.store.metadata.DeletedObject;
import org.kituo.store.metadata.MetadataStore;
import org.springframework.scheduling.support.CronExpression;

/** Runs imports against the newest metadata and commits what they come to. */
public final class MetadataWriter {
  private final MetadataStore store;
  private final Supplier<PasswordPolicy> policy;

  /** A writer to a store, with what the settings say of passwords. */
  public MetadataWriter(MetadataStore store, Supplier<PasswordPolicy> policy) {
    this.store = store;
    this.policy = policy;
  }

  /**
   * Changes one object as a function says, starting from its newest state.
   *
   * @throws Problem 404 where there is no such object
   */
  public <T extends MetadataObject> ImportReport change(
      Actor actor, ImportOptions options, Class<T> type, String uid, UnaryOperator<T> change) {
    Set<String> all = ObjectType.of(type).properties().keySet();
    return run(
        actor,
        options,
        (snapshot, context) ->
            Bundle.of(
                change.apply(
                    snapshot
                        .find(type, uid)
                        .orElseThrow(() ->
                            Problem.notFound(
                                ObjectType.of(type).simpleKlass()
                                    + " with id "
                                    + uid
                                    + " could not be found."))),
                all));
  }

  /**
   * Changes one object in a way that the caller has found the actor to be allowed, though not by a
   * right to write the object itself.
   */
  public <T extends MetadataObject> ImportReport changeAsSystem(
      Actor actor, Class<T> type, String uid, UnaryOperator<T> change) {
    return change(actor.asSystem(), ImportOptions.of(Strategy.UPDATE), type, uid, change);
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

  /** Commits a change that a function computes from the newest metadata. */
  public void commit(
      Actor actor, BiFunction<MetadataSnapshot, LocalDateTime, SnapshotChange> function) {
    LocalDateTime now = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS);
    store.write(actor.uid(), snapshot -> function.apply(snapshot, now));
  }

  /**
   * Makes the option combinations that are missing in the category combinations that a function
   * names, and gives their number.
   */
  public int completeOptionCombos(
      Actor actor, Function<MetadataSnapshot, List<CategoryCombo>> combos) {
    ImportContext context = context(actor);
    AtomicInteger made = new AtomicInteger();
    store.write(
        actor.uid(),
        snapshot -> {
          SnapshotChange change =
              CategoryModel.completed(snapshot, combos.apply(snapshot), context);
          made.set(change.put().size());
          return change;
        });
    return made.get();
  }

  /** Deleted objects, the newest first, of one type or all, since a time or ever. */
  public List<DeletedObject> deleted(@Nullable String type, @Nullable LocalDateTime since) {
    return store.deleted(type, since);
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

  private ImportContext context(Actor actor) {
    return new ImportContext(
        actor,
        LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS),
        NewUids::next,
        policy.get(),
        CronExpression::isValidExpression);
  }
}
