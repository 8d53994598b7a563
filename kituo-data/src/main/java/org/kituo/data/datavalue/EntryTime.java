package org.kituo.data.datavalue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataInputPeriod;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * When data may be entered for a period. A data set that lists its input periods takes data for
 * those alone, each in its span of time. Otherwise the latest open period is the one before the
 * current one plus {@code openFuturePeriods}, and a period closes {@code expiryDays} after the day
 * after its end; who may edit what expired is not bound by either. Organisation units and category
 * options must have been open at some time of the period.
 *
 * @param now the present
 * @param mayEditExpired whether expiry and the future do not bind
 * @param forced whether nothing binds
 */
public record EntryTime(LocalDateTime now, boolean mayEditExpired, boolean forced) {
  private static final int HOURS = 24;
  private static final int MINUTES = 60;

  /** For a user, who may have asked to force values in. */
  public static EntryTime of(LocalDateTime now, Actor actor, boolean force) {
    return new EntryTime(now, actor.hasAny("F_EDIT_EXPIRED"), force && actor.isSuper());
  }

  /** Whether a data set takes data for a period of its type. */
  public boolean isOpen(DataSet set, Period period) {
    if (forced) {
      return true;
    }
    if (!set.dataInputPeriods().isEmpty()) {
      return set.dataInputPeriods().stream().anyMatch(input -> isOpen(input, period));
    }
    return mayEditExpired || (!isFuture(set, period) && !isExpired(set, period));
  }

  /**
   * Whether a data set would take data for a period but for its expiry, which is all that an
   * exception lifts.
   */
  public boolean isOpenWithException(DataSet set, Period period) {
    return isOpen(set, period) || (set.dataInputPeriods().isEmpty() && !isFuture(set, period));
  }

  private boolean isOpen(DataInputPeriod input, Period period) {
    LocalDateTime opens = input.openingDate();
    LocalDateTime closes = input.closingDate();
    return input.period() != null
        && input.period().id().equals(period.iso())
        && (opens == null || !now.isBefore(opens))
        && (closes == null || !now.isAfter(closes));
  }

  private boolean isFuture(DataSet set, Period period) {
    Period latest = period.at(now.toLocalDate()).plus(set.openFuturePeriods() - 1);
    return set.expiryDays() >= 0 && period.start().isAfter(latest.start());
  }

  private boolean isExpired(DataSet set, Period period) {
    if (set.expiryDays() <= 0) {
      return false;
    }
    LocalDateTime closes =
        period
            .end()
            .plusDays(1)
            .atStartOfDay()
            .plus((long) (set.expiryDays() * HOURS * MINUTES), ChronoUnit.MINUTES);
    return now.isAfter(closes);
  }

  /** Whether a unit existed at some time of a period. */
  public boolean isOpen(OrganisationUnit unit, Period period) {
    return forced || overlaps(unit.openingDate(), day(unit.closedDate()), period);
  }

  /** Whether a category option was valid at some time of a period, with the set's grace periods. */
  public boolean isOpen(CategoryOption option, DataSet set, Period period) {
    LocalDate end = day(option.endDate());
    if (end != null && set.openPeriodsAfterCoEndDate() > 0) {
      end = period.at(end).plus(set.openPeriodsAfterCoEndDate()).end();
    }
    return forced || overlaps(option.startDate(), end, period);
  }

  /** Whether all options of a combination were valid at some time of a period. */
  public boolean isOpen(
      CategoryOptionCombo combo, DataSet set, Period period, MetadataSnapshot snapshot) {
    return combo.categoryOptions().stream()
        .flatMap(ref -> snapshot.find(CategoryOption.class, ref.id()).stream())
        .allMatch(option -> isOpen(option, set, period));
  }

  private static boolean overlaps(
      @Nullable LocalDateTime from, @Nullable LocalDate to, Period period) {
    LocalDate start = day(from);
    return (start == null || !start.isAfter(period.end()))
        && (to == null || !to.isBefore(period.start()));
  }

  private static @Nullable LocalDate day(@Nullable LocalDateTime time) {
    return time == null ? null : time.toLocalDate();
  }
}
