package org.kituo.analytics.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.RelativePeriod;

/** Reads the items of the dimension of periods. */
final class PeriodReader {
  private final AnalyticsRequest.Scope scope;
  private final AnalyticsSettings settings;

  PeriodReader(AnalyticsRequest.Scope scope, AnalyticsSettings settings) {
    this.scope = scope;
    this.settings = settings;
  }

  /** The periods, each once; keywords are added to a list. */
  Dimension read(List<String> items, List<Keyword> keywords) {
    Set<Period> periods = new LinkedHashSet<>();
    for (String item : items) {
      // a field of time after the period matters to programs alone
      String text = item.split(":", 2)[0];
      Optional<RelativePeriod> relative = RelativePeriod.ofKeyword(text);
      if (relative.isPresent()) {
        periods.addAll(relative.get().periods(scope.relativeTo(), settings.periods()));
        keywords.add(new Keyword.Label(text, relative.get().label()));
      } else {
        periods.add(period(text));
      }
    }
    return Dimension.fixed(
        Dimension.PERIOD, DimensionType.PERIOD, periods.stream().map(Entry.OfPeriod::new).toList());
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (InvalidPeriodException e) {
      throw new AnalyticsException(
          "E7611", "Period not valid: `%s` (%s)".formatted(text, e.reason()));
    }
  }
}
