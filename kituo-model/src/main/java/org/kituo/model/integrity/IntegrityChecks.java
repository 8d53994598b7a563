package org.kituo.model.integrity;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All checks. */
public final class IntegrityChecks {
  /** By section and place. */
  public static final List<IntegrityCheck> ALL =
      Stream.of(CategoryChecks.ALL, AggregateChecks.ALL, UnitChecks.ALL, OtherChecks.ALL)
          .flatMap(List::stream)
          .toList();

  private IntegrityChecks() {}

  /**
   * The checks that a list names.
   *
   * @param names names, codes, or patterns with {@code *} for any letters; what fits nothing is
   *     passed over, and none at all means all checks
   */
  public static List<IntegrityCheck> named(List<String> names) {
    return ALL.stream()
        .filter(check -> names.isEmpty() || names.stream().anyMatch(name -> fits(check, name)))
        .toList();
  }

  private static boolean fits(IntegrityCheck check, String name) {
    String pattern = Pattern.quote(name.strip()).replace("*", "\\E.*\\Q");
    return check.code().equals(name.strip()) || check.name().matches(pattern);
  }
}
