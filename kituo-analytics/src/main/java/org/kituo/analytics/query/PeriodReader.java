package org.kituo.analytics.query;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.period.RelativePeriod;

/** Reads the items of the dimension of periods. */
final class PeriodReader {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{4}-?\\d{2}-?\\d{2})_(\\d{4}-?\\d{2}-?\\d{2})");

  private final AnalyticsRequest.Scope scope;
  private final PeriodCalendar calendar;
  private final AnalyticsSettings settings;

  PeriodReader(AnalyticsRequest.Scope scope, PeriodCalendar calendar, AnalyticsSettings settings) {
    this.scope = scope;
    this.calendar = calendar;
    this.settings = settings;
  }

  /** The periods, each once; keywords are added to a list. */
  Dimension read(List<String> items, List<Keyword> keywords) {
    Set<Entry> periods = new LinkedHashSet<>();
    for (String item : items) {
      // a field of time after the period matters to programs alone
      String text = item.split(":", 2)[0];
      Optional<RelativePeriod> relative = RelativePeriod.ofKeyword(text);
      if (relative.isPresent()) {
        relative
            .get()
            .periods(scope.relativeTo(), calendar, settings.periods())
            .forEach(period -> periods.add(new Entry.OfPeriod(period)));
        keywords.add(new Keyword.Label(text, relative.get().label()));
      } else {
        periods.add(days(text).orElseGet(() -> new Entry.OfPeriod(period(text))));
      }
    }
    return Dimension.fixed(Dimension.PERIOD, DimensionType.PERIOD, List.copyOf(periods));
  }

  private Optional<Entry> days(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    LocalDate start = period(range.group(1)).start();
    LocalDate end = period(range.group(2)).end();
    if (start.isAfter(end)) {
      throw new AnalyticsException("E7106", "Start date cannot be after end date");
    }
    return Optional.of(new Entry.OfDays(new TimeColumn.Dates(start, end)));
  }

  private Period period(String text) {
    try {
      return calendar.parse(text);
    } catch (InvalidPeriodException e) {
      throw new AnalyticsException(
          "E7611", "Period not valid: `%s` (%s)".formatted(text, e.reason()));
    }
  }
}
