package org.kituo.analytics.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * The facts of one subject: layers, the newest last. Each key has at most one row that is not
 * hidden, over all layers.
 *
 * <p>Changes come as a new layer on top. Then the top layers are merged until each is less than
 * half of the one below, so that there are few, and each row is merged a number of times that grows
 * with the logarithm of what changed. The layer of the base file takes no part: the file is written
 * anew now and then.
 *
 * @param layers the layers
 * @param version changes with each change
 */
record SubjectFacts(List<Layer> layers, long version) {

  /** The rows that are not hidden. */
  int live() {
    return layers.stream().mapToInt(Layer::live).sum();
  }

  /** The rows that are not in the base file, and those of it that are hidden. */
  int changed() {
    return layers.stream()
        .mapToInt(layer -> layer.inFile() ? layer.hidden().length : layer.columns().rows())
        .sum();
  }

  /** The keys of the periods that have facts, ascending. */
  int[] periods() {
    return layers.stream()
        .flatMapToInt(layer ->
            IntStream.range(0, layer.columns().periods())
                .filter(block ->
                    layer.live(layer.columns().start(block), layer.columns().start(block + 1)) > 0)
                .map(layer.columns()::period))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * After some changes.
   *
   * @param changes of this subject, sorted, each key once
   * @param versions gives the next version, if there is a difference
   */
  SubjectFacts after(List<Change> changes, LongSupplier versions) {
    ColumnsBuilder top = new ColumnsBuilder();
    List<IntList> hide = layers.stream().map(layer -> new IntList()).toList();
    boolean different = false;
    for (Change change : changes) {
      int at = layerOf(change);
      if (at >= 0) {
        Columns columns = layers.get(at).columns();
        int row = columns.find(change.period(), change.unit(), change.coc(), change.aoc());
        if (!change.deleted() && isSame(columns, row, change)) {
          continue;
        }
        hide.get(at).add(row);
      }
      if (!change.deleted()) {
        top.add(
            change.period(),
            change.unit(),
            change.coc(),
            change.aoc(),
            change.number(),
            change.text());
      }
      different |= at >= 0 || !change.deleted();
    }
    return different ? new SubjectFacts(stack(hide, top), versions.getAsLong()) : this;
  }

  private int layerOf(Change change) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      int row = layer.columns().find(change.period(), change.unit(), change.coc(), change.aoc());
      if (row >= 0 && !layer.isHidden(row)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSame(Columns columns, int row, Change change) {
    long bits = columns.bits(row);
    String text = change.text();
    return ValueCode.isText(bits)
        ? columns.text(ValueCode.text(bits)).equals(text)
        : text == null && Double.longBitsToDouble(bits) == change.number();
  }

  private List<Layer> stack(List<IntList> hide, ColumnsBuilder top) {
    List<Layer> stack = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i).hiding(hide.get(i));
      if (layer.live() > 0 || layer.inFile()) {
        stack.add(layer);
      }
    }
    if (top.rows() > 0) {
      stack.add(Layer.of(top.build(ColumnsBuilder.HEAP), false));
    }
    while (stack.size() > 1 && isDue(stack.get(stack.size() - 2), stack.getLast())) {
      List<Layer> pair = stack.subList(stack.size() - 2, stack.size());
      Layer merged = Layer.of(Merge.of(pair).build(ColumnsBuilder.HEAP), false);
      pair.clear();
      stack.add(merged);
    }
    return List.copyOf(stack);
  }

  private static boolean isDue(Layer below, Layer above) {
    return !below.inFile() && above.live() * 2L >= below.live();
  }
}
