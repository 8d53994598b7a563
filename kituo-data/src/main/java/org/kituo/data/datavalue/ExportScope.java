package org.kituo.data.datavalue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;

/** Which objects and periods an export means. */
public final class ExportScope {
  private static final int[] ANY = {};

  private ExportScope() {}

  /** The objects that a request names, those that there are. */
  public static <T extends MetadataObject> List<T> find(
      Class<T> type, List<String> texts, String scheme, ExportRequest request, Identifiers names) {
    List<T> found = new ArrayList<>();
    for (String text : texts) {
      T object = names.find(type, request.input(scheme), text);
      if (object != null) {
        found.add(object);
      }
    }
    return found;
  }

  /** The units that a request means, with those below and those of groups. */
  public static List<OrganisationUnit> units(
      ExportRequest request, MetadataSnapshot snapshot, Identifiers names) {
    Set<OrganisationUnit> units =
        new LinkedHashSet<>(
            find(OrganisationUnit.class, request.orgUnits(), "orgUnitIdScheme", request, names));
    if (request.children()) {
      List<OrganisationUnit> open = new ArrayList<>(units);
      while (!open.isEmpty()) {
        for (OrganisationUnit child : Hierarchy.children(open.removeLast(), snapshot)) {
          if (units.add(child)) {
            open.add(child);
          }
        }
      }
    }
    for (OrganisationUnitGroup group :
        find(
            OrganisationUnitGroup.class,
            request.orgUnitGroups(),
            "orgUnitGroupIdScheme",
            request,
            names)) {
      for (Ref<OrganisationUnit> ref : group.organisationUnits()) {
        snapshot.find(OrganisationUnit.class, ref.id()).ifPresent(units::add);
      }
    }
    return units.stream()
        .filter(unit -> request.level() == 0 || Hierarchy.level(unit, snapshot) == request.level())
        .toList();
  }

  /** Refuses units whose data the user may not see. */
  public static void checkUnits(
      List<OrganisationUnit> units, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    List<String> hidden =
        units.stream()
            .filter(unit -> !DataValueEntry.maySee(unit, actor, snapshot))
            .map(MetadataObject::uid)
            .toList();
    if (!hidden.isEmpty()) {
      throw DataValueException.conflict(
          "E2012", "User is not allowed to view org unit(s): `" + hidden + "`");
    }
  }

  /** The periods that a request means. */
  public static List<KeySpan> periods(ExportRequest request, MetadataSnapshot snapshot)
      throws DataValueException {
    List<KeySpan> spans = new ArrayList<>();
    for (String text : request.periods()) {
      try {
        int key = snapshot.calendar().parse(text).key();
        spans.add(new KeySpan(key, key));
      } catch (InvalidPeriodException e) {
        throw new DataValueException(Kind.BAD_REQUEST, null, String.valueOf(e.getMessage()));
      }
    }
    LocalDate from = request.from();
    LocalDate to = request.to();
    if (from != null && to != null) {
      spans.addAll(spans(from, to, snapshot));
    }
    return spans;
  }

  /** The keys of all periods within some days. */
  public static List<KeySpan> spans(LocalDate from, LocalDate to, MetadataSnapshot snapshot) {
    List<KeySpan> spans = new ArrayList<>();
    for (PeriodType type : PeriodType.values()) {
      List<Period> within = snapshot.calendar().periodsWithin(type, from, to);
      if (!within.isEmpty()) {
        spans.add(new KeySpan(within.getFirst().key(), within.getLast().key()));
      }
    }
    return spans;
  }

  /** The keys of objects. */
  public static int[] keys(
      Collection<? extends MetadataObject> objects, MetadataSnapshot snapshot) {
    return objects.isEmpty() ? ANY : objects.stream().mapToInt(snapshot::key).toArray();
  }
}
