package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.history.Difference;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * The way from the metadata as they are to a configuration as somebody keeps it, in files for
 * example: what would be created, changed and deleted.
 *
 * <p>It is an import of all objects of the configuration and, for types of which the configuration
 * is said to be the whole, a deletion of the objects that it has not. Both together are one change:
 * all of it can be committed, or nothing.
 *
 * @param version the version of the metadata that the plan begins with
 * @param steps what it would do, deletions last
 * @param report what the import says, with every error
 * @param vetoes why objects cannot be deleted
 * @param change the change; empty where there are errors or vetoes
 */
public record ConfigurationPlan(
    long version,
    List<Step> steps,
    ImportReport report,
    List<ImportError> vetoes,
    SnapshotChange change) {

  /** What a step does. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE
  }

  /**
   * What the plan does to one object.
   *
   * @param action what
   * @param object the object as it will be; of a deletion as it is
   * @param differences of an update
   */
  public record Step(Action action, MetadataObject object, List<Difference> differences) {}

  /** Whether it can be carried out. */
  public boolean possible() {
    return report.errors().isEmpty() && vetoes.isEmpty();
  }

  /**
   * Compares.
   *
   * @param configuration the objects as they shall be
   * @param whole the types of which the configuration has all objects. Users, and objects that the
   *     server makes by itself, are never deleted
   */
  public static ConfigurationPlan of(
      MetadataSnapshot base,
      Bundle configuration,
      Set<ObjectType<?>> whole,
      ImportContext context) {
    ImportOutcome outcome =
        MetadataImport.run(
            base, configuration, ImportOptions.of(Strategy.CREATE_AND_UPDATE), context);
    SnapshotChange change = outcome.change();
    List<ImportError> vetoes = new ArrayList<>();
    if (outcome.report().errors().isEmpty()) {
      delete(change, surplus(base, configuration, whole), context, vetoes);
    }
    List<Step> steps = steps(base, change);
    boolean possible = outcome.report().errors().isEmpty() && vetoes.isEmpty();
    return new ConfigurationPlan(
        base.version(), steps, outcome.report(), vetoes, possible ? change : base.change());
  }

  private static List<MetadataObject> surplus(
      MetadataSnapshot base, Bundle configuration, Set<ObjectType<?>> whole) {
    Set<String> wanted = new HashSet<>();
    configuration.items().forEach(item -> wanted.add(item.object().uid()));
    List<MetadataObject> surplus = new ArrayList<>();
    for (ObjectType<?> type : whole) {
      if (type.facts().owned() && !type.record().equals(User.class)) {
        for (MetadataObject object : base.all(MetadataTypes.record(type))) {
          if (!wanted.contains(object.uid()) && !DefaultObjects.isDefault(object)) {
            surplus.add(object);
          }
        }
      }
    }
    return surplus;
  }

  private static void delete(
      SnapshotChange change,
      List<MetadataObject> surplus,
      ImportContext context,
      List<ImportError> vetoes) {
    Deletion deletion = new Deletion(change, context);
    deletion.delete(surplus);
    for (MetadataObject object : surplus) {
      ImportError veto = deletion.veto(object.getClass(), object.uid());
      if (veto != null) {
        vetoes.add(veto.about(object.uid()).of(ObjectType.of(object).klass()));
      }
    }
  }

  private static List<Step> steps(MetadataSnapshot base, SnapshotChange change) {
    List<Step> steps = new ArrayList<>();
    for (MetadataObject object : change.put()) {
      MetadataObject before = before(base, object);
      if (before == null) {
        steps.add(new Step(Action.CREATE, object, List.of()));
      } else {
        List<Difference> differences = Difference.between(before, object);
        if (!differences.isEmpty()) {
          steps.add(new Step(Action.UPDATE, object, differences));
        }
      }
    }
    change.removed().forEach(object -> steps.add(new Step(Action.DELETE, object, List.of())));
    return List.copyOf(steps);
  }

  private static @Nullable MetadataObject before(MetadataSnapshot base, MetadataObject object) {
    return base.get(object.getClass().asSubclass(MetadataObject.class), object.uid());
  }
}
