package org.kituo.analytics.query;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.metadata.Nameable;
import org.kituo.model.period.Period;

/** One item of a dimension. */
public sealed interface Entry permits Entry.OfPeriod, Entry.OfDays, Entry.OfObject, DataItem {
  /** The identifier in the answer. */
  String id();

  /** A period. */
  record OfPeriod(Period period) implements Entry {
    @Override
    public String id() {
      return period.iso();
    }
  }

  /** A range of days. */
  record OfDays(TimeColumn.Dates days) implements Entry {
    @Override
    public String id() {
      return iso(days.start()) + "_" + iso(days.end());
    }

    private static String iso(LocalDate day) {
      return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
  }

  /**
   * An organisation unit, an option combo, or a group or option that figures are broken down by.
   */
  record OfObject(Nameable object) implements Entry {
    @Override
    public String id() {
      return object.uid();
    }
  }
}
