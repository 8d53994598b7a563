package org.kituo.analytics.engine;

/**
 * Keeps all facts in a form that is fast to aggregate, and follows their changes. What it holds is
 * derived: it can be made anew from PostgreSQL at any time.
 *
 * <p>All engines pass the same contract test, which compares them with a naive aggregation.
 */
public interface AnalyticsEngine extends AutoCloseable {
  /**
   * The facts as they are now. A query reads one such state from its first to its last cell.
   *
   * @throws NotReadyException if they are not read yet, and will not be soon; waits a while before
   */
  Facts facts();

  @Override
  void close();
}
