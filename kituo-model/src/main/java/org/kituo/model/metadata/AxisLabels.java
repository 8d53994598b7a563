package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Charts whose axes are told in the older way too, by one property for each fact of the first range
 * axis and the first domain axis.
 */
public interface AxisLabels extends AnalyticalObject {

  /** The axes, each an object with its type, title, lines and limits. */
  List<JsonNode> axes();

  private JsonNode axis(String type) {
    return axes().stream()
        .filter(a -> a.path("type").asString("").equals(type))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static @Nullable String title(JsonNode of) {
    String title = of.path("title").path("text").asString("");
    return title.isEmpty() ? null : title;
  }

  private static @Nullable Double number(JsonNode of, String member) {
    JsonNode value = of.path(member);
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  private static @Nullable Integer integer(JsonNode of, String member) {
    JsonNode value = of.path(member);
    return value.isNumber() ? Integer.valueOf(value.intValue()) : null;
  }

  /** The title of the range axis. */
  @Computed(writable = true)
  default @Nullable String rangeAxisLabel(View view) {
    return title(axis("RANGE"));
  }

  /** The title of the range axis. */
  @Computed
  default @Nullable String displayRangeAxisLabel(View view) {
    return title(axis("RANGE"));
  }

  /** The title of the domain axis. */
  @Computed(writable = true)
  default @Nullable String domainAxisLabel(View view) {
    return title(axis("DOMAIN"));
  }

  /** The title of the domain axis. */
  @Computed
  default @Nullable String displayDomainAxisLabel(View view) {
    return title(axis("DOMAIN"));
  }

  /** The title of the base line. */
  @Computed(writable = true)
  default @Nullable String baseLineLabel(View view) {
    return title(axis("RANGE").path("baseLine"));
  }

  /** The title of the base line. */
  @Computed
  default @Nullable String displayBaseLineLabel(View view) {
    return title(axis("RANGE").path("baseLine"));
  }

  /** Where the base line stands. */
  @Computed(writable = true)
  default @Nullable Double baseLineValue(View view) {
    return number(axis("RANGE").path("baseLine"), "value");
  }

  /** The title of the target line. */
  @Computed(writable = true)
  default @Nullable String targetLineLabel(View view) {
    return title(axis("RANGE").path("targetLine"));
  }

  /** The title of the target line. */
  @Computed
  default @Nullable String displayTargetLineLabel(View view) {
    return title(axis("RANGE").path("targetLine"));
  }

  /** Where the target line stands. */
  @Computed(writable = true)
  default @Nullable Double targetLineValue(View view) {
    return number(axis("RANGE").path("targetLine"), "value");
  }

  /** The greatest value of the range axis. */
  @Computed(writable = true)
  default @Nullable Double rangeAxisMaxValue(View view) {
    return number(axis("RANGE"), "maxValue");
  }

  /** The least value of the range axis. */
  @Computed(writable = true)
  default @Nullable Double rangeAxisMinValue(View view) {
    return number(axis("RANGE"), "minValue");
  }

  /** The number of ticks of the range axis. */
  @Computed(writable = true)
  default @Nullable Integer rangeAxisSteps(View view) {
    return integer(axis("RANGE"), "steps");
  }

  /** The decimals of the numbers at the range axis. */
  @Computed(writable = true)
  default @Nullable Integer rangeAxisDecimals(View view) {
    return integer(axis("RANGE"), "decimals");
  }
}
