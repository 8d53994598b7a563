package org.kituo.analytics.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.Combos;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * From whom reports of a data set are expected: from each assigned unit, for each attribute option
 * combo that it may use, while the unit and the options are open.
 */
final class Targets {
  private Targets() {}

  /**
   * Who reports.
   *
   * @param unit the key of the unit
   * @param combo the key of the attribute option combo
   * @param from the first day; the earliest one if there is no limit
   * @param to the last day; the latest one if there is no limit
   */
  record Target(int unit, int combo, LocalDate from, LocalDate to) {
    /** Whether a report is expected for a period: it must lie within the open time. */
    boolean expected(Period period) {
      return !period.start().isBefore(from) && !period.end().isAfter(to);
    }

    /** Whether reports are expected for all periods between two days. */
    boolean always(LocalDate start, LocalDate end) {
      return !start.isBefore(from) && !end.isAfter(to);
    }
  }

  private record Use(
      CategoryOptionCombo combo, LocalDate from, LocalDate to, List<Set<Integer>> units) {}

  static List<Target> of(DataSet set, MetadataSnapshot snapshot, UnitTree tree) {
    List<Use> uses =
        new Combos(snapshot)
            .of(set.categoryCombo()).stream().map(combo -> use(combo, snapshot, tree)).toList();
    List<Target> targets = new ArrayList<>();
    for (Ref<OrganisationUnit> ref : set.organisationUnits()) {
      int number = tree.number(ref.id());
      if (number >= 0) {
        OrganisationUnit unit = tree.unit(number);
        for (Use use : uses) {
          if (use.units.stream().allMatch(allowed -> within(number, allowed, tree))) {
            targets.add(
                new Target(
                    tree.key(number),
                    snapshot.key(use.combo),
                    later(day(unit.openingDate(), LocalDate.MIN), use.from),
                    earlier(day(unit.closedDate(), LocalDate.MAX), use.to)));
          }
        }
      }
    }
    return List.copyOf(targets);
  }

  private static Use use(CategoryOptionCombo combo, MetadataSnapshot snapshot, UnitTree tree) {
    LocalDate from = LocalDate.MIN;
    LocalDate to = LocalDate.MAX;
    List<Set<Integer>> units = new ArrayList<>();
    for (Ref<CategoryOption> ref : combo.categoryOptions()) {
      CategoryOption option = snapshot.get(CategoryOption.class, ref.id());
      if (option != null) {
        from = later(from, day(option.startDate(), LocalDate.MIN));
        to = earlier(to, day(option.endDate(), LocalDate.MAX));
        if (!option.organisationUnits().isEmpty()) {
          Set<Integer> allowed = new HashSet<>();
          option.organisationUnits().forEach(unit -> allowed.add(tree.number(unit.id())));
          units.add(allowed);
        }
      }
    }
    return new Use(combo, from, to, units);
  }

  private static boolean within(int number, Set<Integer> allowed, UnitTree tree) {
    for (int at = number; at >= 0; at = tree.parent(at)) {
      if (allowed.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate day(@Nullable LocalDateTime time, LocalDate otherwise) {
    return time == null ? otherwise : time.toLocalDate();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
