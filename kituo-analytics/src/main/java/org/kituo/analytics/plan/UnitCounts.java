package org.kituo.analytics.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.Dimension;
import org.kituo.model.metadata.OrganisationUnitGroup;

/** How many units of a group stand below the unit of a place. */
final class UnitCounts implements Figures.Computation {
  private final UnitTree tree;
  private final Space space;
  private final int dimension;
  private final List<Integer> units;
  private final int[] members;

  /**
   * @param query the question
   * @param axes its axes
   * @param group the group that is counted
   */
  UnitCounts(AnalyticsQuery query, Axes axes, OrganisationUnitGroup group) {
    tree = axes.tree();
    space = axes.space();
    Optional<Dimension> asked = query.dimension(Dimension.UNIT);
    dimension = asked.map(space.dimensions()::indexOf).orElse(-1);
    units = asked.or(() -> query.filter(Dimension.UNIT)).map(axes::numbers).orElse(tree.roots());
    members =
        group.organisationUnits().stream()
            .mapToInt(ref -> tree.number(ref.id()))
            .filter(number -> number >= 0)
            .sorted()
            .toArray();
  }

  @Override
  public double at(int column, long place) {
    if (dimension >= 0) {
      return below(units.get(space.index(place, dimension)));
    }
    return Arrays.stream(members)
        .filter(member -> units.stream().anyMatch(unit -> tree.within(member, unit)))
        .count();
  }

  private int below(int unit) {
    return place(tree.end(unit)) - place(unit);
  }

  /** How many members have a smaller number. */
  private int place(int number) {
    int found = Arrays.binarySearch(members, number);
    return found >= 0 ? found : -found - 1;
  }
}
