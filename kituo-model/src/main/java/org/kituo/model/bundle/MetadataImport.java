package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.bundle.ImportReport.Stats;
import org.kituo.model.bundle.ImportReport.TypeReport;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * The import: (snapshot, bundle, options) to (next snapshot, or every error).
 *
 * <p>All objects that the strategy allows are put into one tentative change, with what the server
 * sets filled in and what follows from them generated; then every one is checked against the union
 * of snapshot and bundle. So the order of objects in the bundle never matters, and all errors are
 * found in one go. If objects are wrong and the import is not atomic, the rest is tried again
 * without them until it stands; each round leaves out at least one, so it ends. A dry run is the
 * same without the commit.
 */
public final class MetadataImport {
  private final MetadataSnapshot base;
  private final ImportOptions options;
  private final ImportContext context;
  private final Map<Item, List<ImportError>> errors = new IdentityHashMap<>();

  private MetadataImport(MetadataSnapshot base, ImportOptions options, ImportContext context) {
    this.base = base;
    this.options = options;
    this.context = context;
  }

  /** Imports a bundle into a snapshot. */
  public static ImportOutcome run(
      MetadataSnapshot base, Bundle bundle, ImportOptions options, ImportContext context) {
    return new MetadataImport(base, options, context).run(bundle);
  }

  private ImportOutcome run(Bundle bundle) {
    List<Item> items = bundle.items();
    List<Item> allowed = new ArrayList<>();
    for (Item item : items) {
      ImportError refused = strategyError(item);
      if (refused != null) {
        errorsOf(item).add(refused);
      } else {
        allowed.add(item);
      }
    }
    SnapshotChange change =
        options.strategy() == Strategy.DELETE ? delete(allowed) : write(allowed);
    boolean failed = !errors.isEmpty() && options.atomic();
    ImportReport report = report(items, failed);
    return new ImportOutcome(report, failed || !options.commit() ? base.change() : change);
  }

  private List<ImportError> errorsOf(Item item) {
    return errors.computeIfAbsent(item, i -> new ArrayList<>());
  }

  private @Nullable ImportError strategyError(Item item) {
    boolean exists = exists(item);
    String by = options.identifier().name();
    String named =
        item.identified() || exists
            ? ObjectNames.named(item.object(), options.identifier())
            : item.object().label();
    return switch (options.strategy()) {
      case CREATE ->
          exists
              ? ImportError.of(
                      "E5000",
                      "An object with this identifier (%s) exists, but the import strategy is CREATE: %s."
                          .formatted(by, named),
                      by,
                      named)
                  .about(item.object().uid())
              : null;
      case UPDATE, DELETE ->
          exists
              ? null
              : ImportError.of(
                      "E5001",
                      "No object with this identifier (%s) exists: %s.".formatted(by, named),
                      by,
                      named)
                  .about(item.object().uid())
                  .at(options.strategy() == Strategy.UPDATE ? "id" : null, null);
      case CREATE_AND_UPDATE -> null;
    };
  }

  private boolean exists(Item item) {
    return base.find(item.object().getClass(), item.object().uid()).isPresent();
  }

  private boolean isChanged(Item item) {
    return base.get(item.object().getClass(), item.object().uid()) != item.object();
  }

  private SnapshotChange write(List<Item> items) {
    List<Item> left = items;
    while (true) {
      Map<Item, Item> merged = new LinkedHashMap<>();
      Merge merge = new Merge(base, options, context);
      left.forEach(i -> merged.put(i, i.with(merge.merged(i))));
      SnapshotChange change = base.change();
      merged.values().stream().filter(this::isChanged).forEach(i -> change.put(i.object()));
      TypeRules.complete(change, merged.values(), context);
      Versions.count(change);
      Orphans.remove(change, base);
      Map<Item, List<ImportError>> found = check(change, merged);
      if (found.isEmpty()) {
        return change;
      }
      found.forEach((item, list) -> errorsOf(item).addAll(list));
      if (options.atomic()) {
        return base.change();
      }
      left = withoutErrors(left, found, change);
    }
  }

  /**
   * Leaves out the objects with errors; one whose only fault are items of collections goes on
   * without those.
   */
  private List<Item> withoutErrors(
      List<Item> items, Map<Item, List<ImportError>> found, SnapshotChange change) {
    MetadataSnapshot union = change.snapshot();
    List<Item> kept = new ArrayList<>();
    for (Item item : items) {
      List<ImportError> wrong = found.get(item);
      if (wrong == null) {
        kept.add(item);
      } else if (wrong.stream().allMatch(ReferenceCheck::isCollectionItem)) {
        Item mended = item.with(ReferenceCheck.withoutDangling(item.object(), union));
        errors.put(mended, errorsOf(item));
        replaced.put(item, mended);
        kept.add(mended);
      }
    }
    return kept;
  }

  private final Map<Item, Item> replaced = new IdentityHashMap<>();

  /** Checks the objects as they stand in the change, with all that was completed. */
  private Map<Item, List<ImportError>> check(SnapshotChange change, Map<Item, Item> merged) {
    MetadataSnapshot union = change.snapshot();
    merged.replaceAll((item, full) -> full.with(current(union, full.object())));
    ObjectCheck check = new ObjectCheck(base, union, options, context);
    Map<Item, List<ImportError>> found = new LinkedHashMap<>();
    check.index(merged.values());
    merged.forEach((item, full) -> {
      List<ImportError> list = check.errors(full);
      if (!list.isEmpty()) {
        found.put(item, list);
      }
    });
    return found;
  }

  private static MetadataObject current(MetadataSnapshot union, MetadataObject object) {
    MetadataObject now =
        union.get(object.getClass().asSubclass(MetadataObject.class), object.uid());
    return now == null ? object : now;
  }

  private SnapshotChange delete(List<Item> items) {
    Set<Item> left = new java.util.LinkedHashSet<>(items);
    while (true) {
      SnapshotChange change = base.change();
      Deletion deletion = new Deletion(change, context);
      Map<Item, ImportError> vetoes = new LinkedHashMap<>();
      List<MetadataObject> objects = new ArrayList<>();
      left.forEach(i -> base.find(i.object().getClass(), i.object().uid()).ifPresent(objects::add));
      deletion.delete(objects);
      for (Item item : left) {
        ImportError veto = deletion.veto(item.object().getClass(), item.object().uid());
        if (veto != null) {
          vetoes.put(item, veto);
        }
      }
      if (vetoes.isEmpty()) {
        Orphans.remove(change, base);
        return change;
      }
      vetoes.forEach((item, veto) -> errorsOf(item).add(veto));
      if (options.atomic()) {
        return base.change();
      }
      left.removeAll(vetoes.keySet());
    }
  }

  private ImportReport report(List<Item> items, boolean failed) {
    Map<ObjectType<?>, List<Item>> byType = new LinkedHashMap<>();
    items.forEach(i -> byType.computeIfAbsent(i.type(), t -> new ArrayList<>()).add(i));
    List<TypeReport> reports = new ArrayList<>();
    byType.forEach((type, list) -> {
      List<ObjectReport> objects = new ArrayList<>();
      for (Item item : list) {
        boolean written = !failed && (!errors.containsKey(item) || replaced.containsKey(item));
        objects.add(
            new ObjectReport(
                item.index(),
                item.object(),
                written ? counted(item) : new Stats(0, 0, 0, 1),
                List.copyOf(errors.getOrDefault(item, List.of()))));
      }
      reports.add(new TypeReport(type, objects));
    });
    return new ImportReport(reports);
  }

  private Stats counted(Item item) {
    if (options.strategy() == Strategy.DELETE) {
      return new Stats(0, 0, 1, 0);
    }
    return exists(item) ? new Stats(0, 1, 0, 0) : new Stats(1, 0, 0, 0);
  }
}
