package org.kituo.server.validation;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.validation.Validation;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Dates;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** The parameters that say which figures are looked at. */
final class ScopeParameters {
  private ScopeParameters() {}

  /** The keys of units and all below them. */
  static int[] units(List<String> uids, Actor actor, MetadataSnapshot snapshot) {
    Set<Integer> keys = new LinkedHashSet<>();
    for (String uid : uids) {
      OrganisationUnit unit =
          snapshot
              .find(OrganisationUnit.class, uid)
              .orElseThrow(() ->
                  Problem.conflict("E1102", "Organisation unit not found: `" + uid + "`"));
      if (!DataValueEntry.maySee(unit, actor, snapshot)) {
        throw Problem.conflict(
            "E2012", "User is not allowed to view org unit(s): `[" + uid + "]`");
      }
      Arrays.stream(Validation.unitsBelow(unit, snapshot)).forEach(keys::add);
    }
    return keys.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A time; null where it is missing. */
  static @Nullable LocalDateTime time(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    LocalDateTime time = text == null ? null : Dates.parse(text);
    if (text != null && time == null) {
      throw Problem.badRequest(
          null, "Value '%s' is not valid for parameter %s.".formatted(text, name));
    }
    return time;
  }

  /** The parts of a parameter that may be repeated or hold several. */
  static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }
}
