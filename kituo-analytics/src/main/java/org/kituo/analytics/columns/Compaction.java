package org.kituo.analytics.columns;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Writes a new base file with all layers of a state merged. */
final class Compaction {
  private Compaction() {}

  /**
   * The same facts at the same positions, all in the file.
   *
   * @param cancelled asked now and then whether to give up
   * @throws CancellationException if it gave up
   */
  static FactState run(Path folder, FactState state, BooleanSupplier cancelled) throws IOException {
    try (BaseFile.Writer file = new BaseFile.Writer(folder)) {
      for (Map.Entry<Integer, SubjectFacts> entry : new TreeMap<>(state.subjects()).entrySet()) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        add(file, entry.getKey(), entry.getValue().layers());
      }
      return withVersions(file.finish(state.positions()), state);
    }
  }

  private static void add(BaseFile.Writer file, int subject, List<Layer> layers)
      throws IOException {
    if (layers.size() == 1 && layers.getFirst().hidden().length == 0) {
      file.add(subject, layers.getFirst().columns());
      return;
    }
    ColumnsBuilder merged = Merge.of(layers);
    if (merged.rows() > 0) {
      try (Arena memory = Arena.ofConfined()) {
        file.add(subject, merged.build(memory));
      }
    }
  }

  private static FactState withVersions(BaseFile file, FactState state) {
    Map<Integer, SubjectFacts> subjects = new HashMap<>();
    state
        .subjects()
        .forEach((subject, facts) -> {
          Columns columns = file.subjects().get(subject);
          List<Layer> layers = columns == null ? List.of() : List.of(Layer.of(columns, true));
          subjects.put(subject, new SubjectFacts(layers, facts.version()));
        });
    return new FactState(
        subjects, file.positions(), state.asOf(), state.version(), state.firstVersion());
  }
}
