package org.kituo.server.system;

import java.sql.SQLException;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.server.http.Problem;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.metadata.MetadataStore;

/**
 * A change of the calendar by which periods are counted. Figures are stored by the first days of
 * their periods: those of months that another calendar does not have would show up in its months as
 * if they had been collected for them. So there is no such change while there are any.
 *
 * @param metadata what knows the calendar
 * @param figures the figures that may be in the way
 */
public record CalendarChange(MetadataStore metadata, DataValueReader figures) {
  static final String KEY = "keyCalendar";

  /** Refuses a calendar that would give figures to other periods. */
  void require(PeriodCalendar next) {
    PeriodCalendar present = metadata.snapshot().calendar();
    if (!next.cutsLike(present) && anyFigures()) {
      throw Problem.conflict(
          null,
          ("The calendar stays %s: there are figures for months, quarters, years or pairs of weeks,"
                  + " which %s has not. Export and delete them, change the calendar, and import them"
                  + " with the identifiers of its periods.")
              .formatted(present.id(), next.id()));
    }
  }

  private boolean anyFigures() {
    try {
      return figures.anyFrom(PeriodCalendar.FIRST_CUT);
    } catch (SQLException e) {
      throw new IllegalStateException("The figures could not be read", e);
    }
  }

  /** Takes in the calendar that was set. */
  void follow() {
    metadata.catchUp();
  }
}
