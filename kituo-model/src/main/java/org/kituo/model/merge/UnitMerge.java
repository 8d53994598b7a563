package org.kituo.model.merge;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Merges organisation units into one, and splits one into several. In a merge, groups, data sets,
 * programs and users of the sources become those of the target, and the units below move below it.
 * In a split, they become those of all targets, while the units below move below the primary one.
 */
public final class UnitMerge {

  private UnitMerge() {}

  /** Merges units. */
  public static MergeOutcome merge(
      MetadataSnapshot snapshot, MergeRequest request, LocalDateTime now) {
    List<OrganisationUnit> sources = known(snapshot, request.sources());
    OrganisationUnit target = known(snapshot, request.target());
    ImportError error = mergeError(snapshot, sources, request.sources(), target);
    if (error != null) {
      return refused(snapshot, error);
    }
    SnapshotChange change = snapshot.change();
    List<String> deleted = new ArrayList<>();
    for (OrganisationUnit source : sources) {
      Ref<?> to = new Ref<>(Objects.requireNonNull(target).uid());
      rewire(change, now, source, List.of(to), request.deleteSources(), deleted);
    }
    return new MergeOutcome(List.of(), change, deleted);
  }

  /** Splits a unit; the first of the targets is the primary one. */
  public static MergeOutcome split(
      MetadataSnapshot snapshot,
      String sourceUid,
      List<String> targetUids,
      @Nullable String primaryUid,
      boolean deleteSource,
      LocalDateTime now) {
    OrganisationUnit source = known(snapshot, sourceUid);
    List<OrganisationUnit> targets = known(snapshot, targetUids);
    ImportError error = splitError(snapshot, source, targets, targetUids, primaryUid);
    if (error != null) {
      return refused(snapshot, error);
    }
    String primary = primaryUid == null ? targets.getFirst().uid() : primaryUid;
    List<Ref<?>> to = new ArrayList<>();
    to.add(new Ref<>(primary));
    targets.stream().filter(t -> !t.uid().equals(primary)).forEach(t -> to.add(new Ref<>(t.uid())));
    SnapshotChange change = snapshot.change();
    List<String> deleted = new ArrayList<>();
    rewire(change, now, Objects.requireNonNull(source), to, deleteSource, deleted);
    return new MergeOutcome(List.of(), change, deleted);
  }

  private static void rewire(
      SnapshotChange change,
      LocalDateTime now,
      OrganisationUnit source,
      List<Ref<?>> targets,
      boolean delete,
      List<String> deleted) {
    Rewiring.run(change, now, source, targets);
    if (delete) {
      change.snapshot().find(OrganisationUnit.class, source.uid()).ifPresent(change::remove);
      deleted.add(source.uid());
    }
  }

  private static MergeOutcome refused(MetadataSnapshot snapshot, ImportError error) {
    return new MergeOutcome(List.of(error), snapshot.change(), List.of());
  }

  private static List<OrganisationUnit> known(MetadataSnapshot snapshot, List<String> uids) {
    return uids.stream()
        .distinct()
        .map(uid -> snapshot.find(OrganisationUnit.class, uid))
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  private static @Nullable OrganisationUnit known(MetadataSnapshot snapshot, @Nullable String uid) {
    return uid == null ? null : snapshot.get(OrganisationUnit.class, uid);
  }

  private static @Nullable ImportError mergeError(
      MetadataSnapshot snapshot,
      List<OrganisationUnit> sources,
      List<String> named,
      @Nullable OrganisationUnit target) {
    if (named.size() < 2) {
      return ImportError.of("E1500", "At least two source org units must be specified");
    }
    if (target == null) {
      return ImportError.of("E1501", "Target org unit must be specified");
    }
    if (sources.contains(target)) {
      return ImportError.of("E1502", "Target org unit cannot be a source org unit");
    }
    for (String uid : named) {
      if (sources.stream().noneMatch(s -> s.uid().equals(uid))) {
        return ImportError.of("E1503", "Source org unit does not exist: `%s`".formatted(uid), uid);
      }
    }
    for (OrganisationUnit source : sources) {
      if (Hierarchy.within(target, source.uid(), snapshot)) {
        return ImportError.of(
            "E1504",
            "Target org unit cannot be a descendant of the source org unit: `%s`"
                .formatted(source.uid()),
            source.uid());
      }
    }
    return null;
  }

  private static @Nullable ImportError splitError(
      MetadataSnapshot snapshot,
      @Nullable OrganisationUnit source,
      List<OrganisationUnit> targets,
      List<String> named,
      @Nullable String primary) {
    if (source == null) {
      return ImportError.of("E1510", "Source org unit must be specified");
    }
    if (named.size() < 2) {
      return ImportError.of("E1511", "At least two target org units must be specified");
    }
    if (targets.contains(source)) {
      return ImportError.of("E1512", "Source org unit cannot be a target org unit");
    }
    if (primary != null && !named.contains(primary)) {
      return ImportError.of("E1514", "Primary target must be a target org unit");
    }
    for (String uid : named) {
      if (targets.stream().noneMatch(t -> t.uid().equals(uid))) {
        return ImportError.of("E1515", "Target org unit does not exist: `%s`".formatted(uid), uid);
      }
    }
    for (OrganisationUnit target : targets) {
      if (Hierarchy.within(target, source.uid(), snapshot)) {
        return ImportError.of(
            "E1516",
            "Target org unit cannot be a descendant of the source org unit: `%s`"
                .formatted(target.uid()),
            target.uid());
      }
    }
    return null;
  }
}
