package org.kituo.model.snapshot;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something computed from all objects of one type, such as an index, and kept until one of them
 * changes, while snapshots with other changes come and go.
 *
 * @param <D> what is computed
 */
public final class Derived<D> {
  private final Class<?> type;
  private final Function<MetadataSnapshot, D> function;
  private volatile @Nullable State<D> last;

  private record State<D>(MetadataSnapshot snapshot, D value) {}

  /** Computed by a function that looks at objects of one type only. */
  public Derived(Class<?> type, Function<MetadataSnapshot, D> function) {
    this.type = type;
    this.function = function;
  }

  /** The value for a snapshot. */
  public D of(MetadataSnapshot snapshot) {
    State<D> state = last;
    return state != null && fits(state, snapshot) ? state.value : compute(snapshot);
  }

  private synchronized D compute(MetadataSnapshot snapshot) {
    State<D> state = last;
    if (state == null || !fits(state, snapshot)) {
      state = new State<>(snapshot, function.apply(snapshot));
      last = state;
    }
    return state.value;
  }

  private boolean fits(State<D> state, MetadataSnapshot snapshot) {
    return state.snapshot == snapshot || state.snapshot.sameObjects(type, snapshot);
  }
}
