package org.kituo.model.hierarchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Which unit was above which, from which day on. Of units that it knows nothing of the present
 * parent is the parent at all times. Immutable.
 */
public final class PastParents {
  private static final int DEEPEST = 100;

  private final Map<String, NavigableMap<LocalDate, Optional<String>>> byUnit = new HashMap<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  /**
   * That a unit was below another from some day on.
   *
   * @param since the first day; {@link LocalDate#MIN} for the parent that it had first
   * @param parent the identifier of the unit above; empty for a root
   */
  public record Span(String unit, LocalDate since, Optional<String> parent) {}

  private PastParents(List<Span> spans) {
    for (Span span : spans) {
      byUnit.computeIfAbsent(span.unit(), unit -> new TreeMap<>()).put(span.since(), span.parent());
      days.add(span.since());
    }
  }

  /** What some spans say; each unit among them has one from {@link LocalDate#MIN} on. */
  public static PastParents of(List<Span> spans) {
    return new PastParents(spans);
  }

  /** All spans. */
  public List<Span> all() {
    return byUnit.keySet().stream().flatMap(unit -> of(unit).stream()).toList();
  }

  /** The first days of all spans, in order. */
  public NavigableSet<LocalDate> days() {
    return Collections.unmodifiableNavigableSet(days);
  }

  /** The spans of a unit in order; none if nothing but its present parent is known. */
  public List<Span> of(String unit) {
    List<Span> spans = new ArrayList<>();
    byUnit
        .getOrDefault(unit, new TreeMap<>())
        .forEach((since, parent) -> spans.add(new Span(unit, since, parent)));
    return spans;
  }

  /**
   * The day from which on the hierarchy is as it is on a day; days with the same answer have the
   * same hierarchy. {@link LocalDate#MIN} where nothing changed until then.
   */
  public LocalDate epoch(LocalDate day) {
    LocalDate since = days.floor(day);
    return since == null ? LocalDate.MIN : since;
  }

  /** The identifier of the unit above a unit on a day; empty for a root and for unknown units. */
  public Optional<String> parent(String unit, LocalDate day, MetadataSnapshot snapshot) {
    NavigableMap<LocalDate, Optional<String>> known = byUnit.get(unit);
    Map.Entry<LocalDate, Optional<String>> span = known == null ? null : known.floorEntry(day);
    return span != null
        ? span.getValue()
        : snapshot.find(OrganisationUnit.class, unit).map(OrganisationUnit::parent).map(Ref::id);
  }

  /**
   * The identifiers of the units above a unit on a day, the root first. Units that were deleted
   * since are among them. Empty for a root; a circle, which edits of the past are checked for, ends
   * where it closes.
   */
  public List<String> ancestors(String unit, LocalDate day, MetadataSnapshot snapshot) {
    List<String> found = new ArrayList<>();
    Optional<String> at = parent(unit, day, snapshot);
    while (at.isPresent() && !found.contains(at.get()) && found.size() < DEEPEST) {
      found.addFirst(at.get());
      at = parent(at.get(), day, snapshot);
    }
    return found;
  }

  /** Whether a unit would be above itself on a day. */
  public boolean isInCircle(String unit, LocalDate day, MetadataSnapshot snapshot) {
    return ancestors(unit, day, snapshot).contains(unit);
  }

  /** The same metadata with the hierarchy of a day. A unit below one that is gone is a root. */
  public MetadataSnapshot at(LocalDate day, MetadataSnapshot snapshot) {
    SnapshotChange change = snapshot.change();
    for (String uid : byUnit.keySet()) {
      OrganisationUnit unit = snapshot.get(OrganisationUnit.class, uid);
      if (unit != null) {
        Ref<OrganisationUnit> then =
            parent(uid, day, snapshot)
                .filter(parent -> snapshot.get(OrganisationUnit.class, parent) != null)
                .<Ref<OrganisationUnit>>map(Ref::new)
                .orElse(null);
        if (!Objects.equals(then, unit.parent())) {
          change.put(ObjectType.of(OrganisationUnit.class).with(unit, "parent", then));
        }
      }
    }
    return change.snapshot();
  }
}
