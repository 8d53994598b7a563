package org.kituo.server.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.query.AnalyticsRequest;

/**
 * The tables that were answered last, as they were sent. People look at the same dashboards again
 * and again while little changes; a table stays right until the metadata, a figure or a setting
 * does, all of which are part of what it is found by.
 */
final class RememberedAnswers {
  private static final int KEPT_BYTES = 16_000_000;

  /** What a question takes beside its answer, in bytes. */
  private static final int QUESTION_BYTES = 2_000;

  private final Cache<Asked, byte[]> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Asked asked, byte[] table) -> table.length + QUESTION_BYTES)
          .build();

  /**
   * A question with all that its answer depends on.
   *
   * @param user the identifier of the user, whose rights are part of the metadata
   * @param locale the language of names, if not as given
   */
  record Asked(
      AnalyticsRequest question,
      GridFormat format,
      String user,
      @Nullable String locale,
      Analytics.Basis basis) {}

  /** The table that was answered before, else a new one. */
  byte[] answer(Asked asked, Supplier<byte[]> table) {
    return Objects.requireNonNull(known.get(asked, question -> table.get()));
  }
}
