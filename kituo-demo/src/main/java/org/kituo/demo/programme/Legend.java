package org.kituo.demo.programme;

import java.util.List;
import org.kituo.demo.payload.Uid;

/** A set of legends: colours for ranges of values. */
public enum Legend {
  COVERAGE(
      "Coverage",
      new Range("Low", 0, 50, "#d7191c"),
      new Range("Medium", 50, 80, "#fdae61"),
      new Range("Good", 80, 100, "#a6d96a"),
      new Range("Above target", 100, 1000, "#1a9641")),
  LOWER_IS_BETTER(
      "Lower is better",
      new Range("Good", 0, 5, "#1a9641"),
      new Range("Acceptable", 5, 15, "#a6d96a"),
      new Range("High", 15, 30, "#fdae61"),
      new Range("Very high", 30, 1000, "#d7191c")),
  POSITIVITY(
      "Test positivity",
      new Range("Very low", 0, 10, "#ffffd4"),
      new Range("Low", 10, 20, "#fed98e"),
      new Range("Moderate", 20, 35, "#fe9929"),
      new Range("High", 35, 50, "#d95f0e"),
      new Range("Very high", 50, 101, "#993404")),
  INCIDENCE(
      "Malaria incidence",
      new Range("Below 100", 0, 100, "#fee5d9"),
      new Range("100 to 200", 100, 200, "#fcae91"),
      new Range("200 to 400", 200, 400, "#fb6a4a"),
      new Range("400 to 700", 400, 700, "#de2d26"),
      new Range("700 and more", 700, 100000, "#a50f15")),
  PLAIN("No judgement", new Range("All values", 0, 1000000, "#6baed6"));

  /** Values from {@code from} up to but not including {@code to}. */
  public record Range(String name, int from, int to, String colour) {}

  private final String title;
  private final List<Range> ranges;

  Legend(String title, Range... ranges) {
    this.title = title;
    this.ranges = List.of(ranges);
  }

  /** Its name. */
  public String title() {
    return title;
  }

  /** Its ranges, from low to high. */
  public List<Range> ranges() {
    return ranges;
  }

  /** The identifier of the legend set. */
  public String uid() {
    return Uid.of("legendSet", name());
  }
}
