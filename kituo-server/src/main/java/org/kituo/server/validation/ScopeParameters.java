package org.kituo.server.validation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.validation.Validation;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.Dates;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** The parameters that say which figures are looked at. */
final class ScopeParameters {
  private static final double THRESHOLD = 3.0;
  private static final int MOST = 500;

  private ScopeParameters() {}

  /** The keys of units and all below them. */
  static int[] units(List<String> uids, Actor actor, MetadataSnapshot snapshot) {
    Set<Integer> keys = new LinkedHashSet<>();
    for (String uid : uids) {
      OrganisationUnit unit =
          snapshot
              .find(OrganisationUnit.class, uid)
              .orElseThrow(
                  () -> Problem.conflict("E1102", "Organisation unit not found: `" + uid + "`"));
      requireVisible(unit, actor, snapshot);
      Arrays.stream(Validation.unitsBelow(unit, snapshot)).forEach(keys::add);
    }
    return keys.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Refuses a unit whose data an actor may not see. */
  static void requireVisible(OrganisationUnit unit, Actor actor, MetadataSnapshot snapshot) {
    if (!DataValueEntry.maySee(unit, actor, snapshot)) {
      throw Problem.conflict(
          "E2012", "User is not allowed to view org unit(s): `[" + unit.uid() + "]`");
    }
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

  /** The keys of the numeric data elements that are named, also by their data sets. */
  static Set<Integer> numericElements(ServerRequest request, MetadataSnapshot snapshot) {
    Set<Integer> elements = new LinkedHashSet<>();
    for (String uid : list(request, "ds")) {
      snapshot
          .find(DataSet.class, uid)
          .ifPresent(
              set -> Arrays.stream(FormTarget.elements(set, snapshot)).forEach(elements::add));
    }
    List<String> named = new ArrayList<>(list(request, "de"));
    named.addAll(list(request, "dx"));
    for (String uid : named) {
      snapshot
          .find(DataElement.class, uid)
          .ifPresent(element -> elements.add(snapshot.key(element)));
    }
    elements.removeIf(key ->
        !(snapshot.byKey(DataElement.class, key) instanceof DataElement element
            && element.valueType() != null
            && element.valueType().isNumeric()));
    return elements;
  }

  /** From how many spreads on a figure is an outlier. */
  static double threshold(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    double threshold;
    try {
      threshold = text == null ? THRESHOLD : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          null, "Value '%s' is not valid for parameter %s.".formatted(text, name));
    }
    if (!(threshold > 0)) {
      throw Problem.conflict("E2204", "Threshold must be a positive number");
    }
    return threshold;
  }

  /** The most results to give. */
  static int most(ServerRequest request) {
    int most = Requests.integer(request, "maxResults", MOST);
    if (most <= 0) {
      throw Problem.conflict("E2205", "Max results must be a positive number");
    }
    return most;
  }
}
