package org.kituo.analytics.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.analytics.engine.AnalyticsEngine;
import org.kituo.analytics.engine.AnalyticsEngineContract;
import org.kituo.analytics.engine.FactTable;
import org.kituo.analytics.engine.Facts;

class ColumnEngineTest extends AnalyticsEngineContract {
  @TempDir private static Path folder;
  private int opened;

  @Override
  protected AnalyticsEngine open(FactTable facts) {
    ColumnEngine engine =
        ColumnEngine.start(
            folder.resolve(Integer.toString(opened++)),
            List.of(FactSource.figures(facts.feed())),
            facts.signal());
    caughtUp(engine);
    return engine;
  }

  @Override
  protected Facts caughtUp(AnalyticsEngine open) {
    try {
      return ((ColumnEngine) open).caughtUp(Duration.ofSeconds(30));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who asks for a rebuild at once must not make the first base beside the follower. */
  @Test
  void isRebuiltWhileTheFirstBaseIsMade() throws SQLException, IOException {
    try (FactTable table = new FactTable()) {
      table.with(5, 11, 1, 1, 9, "10").write();
      for (int i = 0; i < 20; i++) {
        try (ColumnEngine engine =
            ColumnEngine.start(
                folder.resolve(Integer.toString(opened++)),
                List.of(FactSource.figures(table.feed())),
                table.signal())) {
          engine.rebuild();
          assertThat(caughtUp(engine).periods(5)).containsExactly(11);
        }
      }
    }
  }
}
