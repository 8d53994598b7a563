package org.kituo.model.merge;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/** Merges objects of one type into one of them. */
public final class ObjectMerge {
  private final MetadataSnapshot snapshot;
  private final ObjectType<?> type;
  private final MergeRequest request;
  private final List<ImportError> errors = new ArrayList<>();

  private ObjectMerge(MetadataSnapshot snapshot, ObjectType<?> type, MergeRequest request) {
    this.snapshot = snapshot;
    this.type = type;
    this.request = request;
  }

  /** Merges objects of a type in a snapshot. */
  public static MergeOutcome run(
      MetadataSnapshot snapshot, ObjectType<?> type, MergeRequest request, LocalDateTime now) {
    return new ObjectMerge(snapshot, type, request).run(now);
  }

  private MergeOutcome run(LocalDateTime now) {
    List<MetadataObject> sources = sources();
    MetadataObject target = target(sources);
    if (errors.isEmpty() && target != null) {
      errors.addAll(MergeRules.errors(snapshot, sources, target, request));
    }
    SnapshotChange change = snapshot.change();
    List<String> deleted = new ArrayList<>();
    if (errors.isEmpty() && target != null) {
      for (MetadataObject source : sources) {
        Rewiring.run(change, now, source, List.of(new Ref<>(target.uid())));
        if (request.deleteSources() || source instanceof CategoryOptionCombo) {
          change.remove(
              Objects.requireNonNull(change.snapshot().get(source.getClass(), source.uid())));
          deleted.add(source.uid());
        }
      }
    }
    return new MergeOutcome(List.copyOf(errors), change, deleted);
  }

  private String name() {
    return type.simpleKlass();
  }

  private List<MetadataObject> sources() {
    List<MetadataObject> found = new ArrayList<>();
    if (request.sources().isEmpty()) {
      errors.add(
          ImportError.of(
              "E1530", "At least one source %s must be specified".formatted(name()), name()));
    }
    for (String uid : request.sources().stream().distinct().toList()) {
      MetadataObject source = snapshot.get(MetadataTypes.record(type), uid);
      if (source == null) {
        errors.add(unknown("SOURCE", uid));
      } else {
        found.add(source);
      }
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable MetadataObject target(List<MetadataObject> sources) {
    String uid = request.target();
    if (uid == null || uid.isEmpty()) {
      errors.add(ImportError.of("E1531", "Target %s must be specified".formatted(name()), name()));
      return null;
    }
    MetadataObject target = snapshot.get(MetadataTypes.record(type), uid);
    if (target == null) {
      errors.add(unknown("TARGET", uid));
    } else if (sources.contains(target)) {
      errors.add(
          ImportError.of(
              "E1532",
              "Target %s cannot be a source %s".formatted(name(), name()),
              name(),
              name()));
    }
    return target;
  }

  private ImportError unknown(String role, String uid) {
    return ImportError.of(
        "E1533", "%s %s does not exist: `%s`".formatted(role, name(), uid), role, name(), uid);
  }
}
