package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** The units around one, when the request for it asks for them: then the answer is a list. */
final class Relatives {

  private Relatives() {}

  /** The unit with the relatives asked for; null where none are. */
  static @Nullable List<MetadataObject> asked(
      ServerRequest request, OrganisationUnit unit, MetadataSnapshot snapshot) {
    int level = Requests.integer(request, "level", -1);
    if (Requests.flag(request, "includeDescendants", false)) {
      return below(unit, snapshot, Integer.MAX_VALUE, true);
    } else if (Requests.flag(request, "includeChildren", false)) {
      return below(unit, snapshot, 1, true);
    } else if (Requests.flag(request, "includeAncestors", false)) {
      List<MetadataObject> up = new ArrayList<>();
      Hierarchy.ancestors(unit, snapshot)
          .forEach(r -> snapshot.find(OrganisationUnit.class, r.id()).ifPresent(up::add));
      up.add(unit);
      return up;
    } else if (level >= 0) {
      return below(unit, snapshot, level, false);
    }
    return null;
  }

  /** The units down to a depth below one, with those between or those at the depth alone. */
  private static List<MetadataObject> below(
      OrganisationUnit unit, MetadataSnapshot snapshot, int depth, boolean between) {
    List<MetadataObject> found = new ArrayList<>();
    List<OrganisationUnit> row = List.of(unit);
    for (int i = 0; !row.isEmpty(); i++) {
      if (between || i == depth) {
        found.addAll(row);
      }
      if (i == depth) {
        break;
      }
      List<OrganisationUnit> next = new ArrayList<>();
      row.forEach(u -> next.addAll(Hierarchy.children(u, snapshot)));
      next.sort(Comparator.comparing(OrganisationUnit::label));
      row = next;
    }
    return found;
  }
}
