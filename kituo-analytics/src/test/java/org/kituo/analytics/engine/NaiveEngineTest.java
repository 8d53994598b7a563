package org.kituo.analytics.engine;

/** The reference of the property tests itself. */
class NaiveEngineTest extends AnalyticsEngineContract {
  @Override
  protected AnalyticsEngine open(FactTable facts) {
    return new NaiveEngine(facts.feed());
  }

  @Override
  protected Facts caughtUp(AnalyticsEngine open) {
    return open.facts();
  }
}
