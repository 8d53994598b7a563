package org.kituo.analytics.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Items;

/**
 * One choice of a layer from each axis. A fact has at most one cell in a pass; that of a fact that
 * has items in several layers is found in several passes.
 *
 * @param byUnit the chosen layers that look at the unit
 * @param byCombo those that look at a combo
 * @param guards what keeps a fact from being counted twice in a cell
 */
record Pass(List<Part> byUnit, List<Part> byCombo, List<Guard> guards) {

  /**
   * A chosen layer.
   *
   * @param stride by which its items are multiplied in the place of a cell
   */
  record Part(Source source, Items items, long stride) {}

  /**
   * A fact does not count if it has, by a layer before the chosen one of an axis, the same item.
   */
  record Guard(Axis.Layer before, Axis.Layer chosen) {}

  /** All choices. */
  static List<Pass> of(List<Axis> axes) {
    List<Pass> passes = List.of(new Pass(List.of(), List.of(), List.of()));
    long stride = 1;
    for (Axis axis : axes.reversed()) {
      List<Pass> next = new ArrayList<>();
      for (int layer = 0; layer < axis.layers().size(); layer++) {
        for (Pass pass : passes) {
          next.add(pass.with(axis, layer, stride));
        }
      }
      passes = next;
      stride = Math.multiplyExact(stride, Math.max(1, axis.size()));
    }
    return passes;
  }

  private Pass with(Axis axis, int index, long stride) {
    Axis.Layer layer = axis.layers().get(index);
    Part part = new Part(layer.source(), layer.items(), stride);
    boolean unit = layer.source() == Source.ORG_UNIT;
    List<Guard> more = new ArrayList<>(guards);
    for (Axis.Layer before : axis.layers().subList(0, index)) {
      more.add(new Guard(before, layer));
    }
    return new Pass(unit ? plus(byUnit, part) : byUnit, unit ? byCombo : plus(byCombo, part), more);
  }

  private static List<Part> plus(List<Part> parts, Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return more;
  }

  /** Of the layers that look at the unit the one with the fewest; null if none does. */
  @Nullable Items fewestUnits() {
    return byUnit.stream().map(Part::items).min(Comparator.comparingInt(Items::count)).orElse(null);
  }

  /** What the combos of some columns add to a place; -1 where they have no cell. */
  long[] comboPlaces(Columns columns) {
    long[] places = new long[columns.combos()];
    for (int combo = 0; combo < places.length; combo++) {
      for (Part part : byCombo) {
        int key =
            part.source() == Source.CATEGORY_OPTION_COMBO ? columns.coc(combo) : columns.aoc(combo);
        int item = part.items().of(key);
        places[combo] = item < 0 || places[combo] < 0 ? -1 : places[combo] + item * part.stride();
      }
    }
    return places;
  }
}
