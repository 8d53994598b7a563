package org.kituo.analytics.query;

import org.kituo.model.metadata.Nameable;
import org.kituo.model.period.Period;

/** One item of a dimension. */
public sealed interface Entry permits Entry.OfPeriod, Entry.OfObject, DataItem {
  /** The identifier in the answer. */
  String id();

  /** A period. */
  record OfPeriod(Period period) implements Entry {
    @Override
    public String id() {
      return period.iso();
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
