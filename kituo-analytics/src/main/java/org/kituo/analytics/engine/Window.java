package org.kituo.analytics.engine;

import java.util.List;

/**
 * A column of time: the periods whose facts count in it.
 *
 * @param spans in the order of time, which FIRST and LAST follow: by end, then by start
 */
public record Window(List<Span> spans) {

  /**
   * A period that counts.
   *
   * @param period its key, as {@code Period.key()} gives it
   * @param weight by which its values are multiplied, such as the share of its days; 1 for plain
   *     sums
   */
  public record Span(int period, double weight) {}
}
